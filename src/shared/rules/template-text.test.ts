import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtParameters, fillText, parametersOf } from './template-text.ts';

describe('cutAtParameters', () => {
  it('marks what was not filled in', () => {
    expect(cutAtParameters('Hello {{1}}, by {{ day }}!')).toEqual([
      { text: 'Hello ', missing: false },
      { text: '{{1}}', missing: true },
      { text: ', by ', missing: false },
      { text: '{{ day }}', missing: true },
      { text: '!', missing: false },
    ]);
  });

  it('leaves a text without parameters in one piece, and an empty one in none', () => {
    expect(cutAtParameters('{1} {{}} {{{')).toEqual([{ text: '{1} {{}} {{{', missing: false }]);
    expect(cutAtParameters('')).toEqual([]);
  });

  it('loses nothing, and marks exactly what filling in would replace', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom('{{1}}', '{{name}}', '{', '}}', ' '), fc.string()))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (whole) => {
        const pieces = cutAtParameters(whole);
        expect(pieces.map((piece) => piece.text).join('')).toBe(whole);
        const values = Object.fromEntries(parametersOf(whole).map((name) => [name, '#']));
        const filled = pieces.map((piece) => (piece.missing ? fillText(piece.text, values) : piece.text)).join('');
        expect(filled).toBe(fillText(whole, values));
        for (const { text: parameter, missing } of pieces) {
          if (missing) expect(parametersOf(parameter)).toHaveLength(1);
        }
      }),
    );
  });
});
