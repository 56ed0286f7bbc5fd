import { describe, expect, it } from 'vitest';
import { withSpaces } from './with-spaces.ts';

/** The text after `words` were put where `|` stands. */
function put(words: string, text: string): string {
  const at = text.indexOf('|');
  const value = text.replace('|', '');
  return value.slice(0, at) + withSpaces(value, { start: at, end: at }, words).text + value.slice(at);
}

describe('withSpaces', () => {
  it.each([
    ['|', 'Thank you'],
    ['first|', 'first Thank you'],
    ['first.|', 'first. Thank you'],
    ['first |', 'first Thank you'],
    ['first\n|', 'first\nThank you'],
    ['(|)', '(Thank you)'],
    ['“|”', '“Thank you”'],
    ['|then', 'Thank you then'],
    ['|, then', 'Thank you, then'],
    ['a|b', 'a Thank you b'],
  ])('puts words into %j', (text, whole) => {
    expect(put('Thank you', text)).toBe(whole);
  });

  it('parts no words of languages without spaces', () => {
    expect(put('ありがとう', '先日は|。')).toBe('先日はありがとう。');
  });

  it('puts none where the words end or begin a line, and says what stands before them', () => {
    expect(put('Thank you.\n', '|then')).toBe('Thank you.\nthen');
    expect(withSpaces('first', { start: 5, end: 5 }, 'then').before).toBe(1);
  });

  it('leaves a deletion as it is', () => {
    expect(withSpaces('see /hel now', { start: 4, end: 8 }, '').text).toBe('');
  });
});
