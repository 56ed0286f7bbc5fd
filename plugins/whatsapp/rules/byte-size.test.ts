import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterCount, measure, utf8Length } from './byte-size.ts';

const text = fc.string({ unit: 'binary', maxLength: 200 });

describe('utf8Length', () => {
  it('agrees with the encoder on every text', () => {
    fc.assert(fc.property(text, (value) => utf8Length(value) === new TextEncoder().encode(value).length));
  });

  it('counts half a pair as the replacement character', () => {
    expect(utf8Length('\ud83d')).toBe(3);
    expect(utf8Length('a\ude00b')).toBe(5);
  });
});

describe('measure', () => {
  it('is over exactly when bytes or characters are', () => {
    fc.assert(
      fc.property(text, fc.nat(400), fc.integer({ min: 1, max: 200 }), (value, maxBytes, maxCharacters) => {
        const { used, limit } = measure(value, maxBytes, maxCharacters);
        const over = utf8Length(value) > maxBytes || characterCount(value) > maxCharacters;
        return used > limit === over;
      }),
    );
  });

  it('tells the bytes option while it is the tighter one', () => {
    expect(measure('ä'.repeat(10), 100, 1000)).toEqual({ used: 20, limit: 100 });
  });

  it("tells what the channel's characters take where they are the tighter one", () => {
    expect(measure('ä'.repeat(10), 1_000_000, 40)).toEqual({ used: 20, limit: 80 });
  });

  it('starts with the smaller number', () => {
    expect(measure('', 100, 4096)).toEqual({ used: 0, limit: 100 });
  });
});
