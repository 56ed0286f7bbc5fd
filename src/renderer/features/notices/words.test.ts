import { describe, expect, it } from 'vitest';
import { holdsWords } from './words.ts';

describe('holdsWords', () => {
  it('is so where the sentence says only the beginning', () => {
    expect(holdsWords({ message: 'Your message “one two…” was not sent', words: 'one two three' })).toBe(true);
  });

  it('is not so where the sentence says all of them', () => {
    expect(holdsWords({ message: 'Your message “one two” was not sent', words: 'one two' })).toBe(false);
  });

  it('is not so of a notice without words', () => {
    expect(holdsWords({ message: 'The server is not there.' })).toBe(false);
  });
});
