import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCode, piecesOf } from './unresolved.ts';

const text = 'Dear $Contact.FirstName$, your order $AttachedData.Order$ is here.';
const first = text.indexOf('$Contact');
const second = text.indexOf('$AttachedData');

describe('nextCode', () => {
  it('leads from code to code, and out behind the last', () => {
    expect(nextCode(text, 0, false)?.start).toBe(first);
    expect(nextCode(text, first, false)?.start).toBe(first);
    expect(nextCode(text, first + 1, false)?.start).toBe(second);
    expect(nextCode(text, text.length, false)).toBeUndefined();
  });

  it('leads back likewise', () => {
    expect(nextCode(text, text.length, true)?.start).toBe(second);
    expect(nextCode(text, second, true)?.start).toBe(first);
    expect(nextCode(text, first, true)).toBeUndefined();
  });

  it('takes prices for none', () => expect(nextCode('It costs $5 or US$6.', 0, false)).toBeUndefined());
});

describe('piecesOf', () => {
  it('sets the codes apart', () => {
    expect(piecesOf('a $Contact.Title$ b')).toEqual([
      { text: 'a ', code: false },
      { text: '$Contact.Title$', code: true },
      { text: ' b', code: false },
    ]);
  });

  it('gives every text back', () => {
    const part = fc.constantFrom('$Contact.Title$', '$', 'a', '\n', '$A.b$', '.');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const whole = parts.join('');
        expect(
          piecesOf(whole)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(whole);
      }),
    );
  });
});
