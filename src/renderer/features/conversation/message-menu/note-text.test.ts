import { describe, expect, it } from 'vitest';
import { LONGEST_NOTE, withLine } from './note-text.ts';

describe('withLine', () => {
  it.each([
    ['', 'one', 'one'],
    ['  \n', 'one', 'one'],
    ['one', 'two', 'one\ntwo'],
    ['one\n\n', 'two', 'one\ntwo'],
  ])('adds to %j', (note, line, longer) => expect(withLine(note, line)).toBe(longer));

  it('adds nothing that does not fit', () => {
    expect(withLine('', 'x'.repeat(LONGEST_NOTE))).toHaveLength(LONGEST_NOTE);
    expect(withLine('a', 'x'.repeat(LONGEST_NOTE - 2))).toHaveLength(LONGEST_NOTE);
    expect(withLine('a', 'x'.repeat(LONGEST_NOTE - 1))).toBeUndefined();
  });
});
