import { describe, expect, it } from 'vitest';
import { DraftBook } from './draft-book.ts';

describe('DraftBook', () => {
  it('believes main while nothing was written here', () => {
    expect(new DraftBook().resolve('i', 'kept', 0)).toBe('kept');
  });

  it('does not let an older text of main come over what was written since', () => {
    const book = new DraftBook();
    book.write('i', 'a', '', 0);
    book.write('i', 'ab', 'a', 400);
    expect(book.resolve('i', '', 500)).toBe('ab');
    expect(book.resolve('i', 'a', 500)).toBe('ab');
    expect(book.resolve('i', 'ab', 500)).toBe('ab');
  });

  it('takes over what main put there itself', () => {
    const book = new DraftBook();
    book.write('i', '', 'Hello', 0);
    expect(book.resolve('i', 'A message that came back', 100)).toBe('A message that came back');
    expect(book.resolve('i', '', 200)).toBe('');
  });

  it('takes over an earlier text once it can no longer be one under way', () => {
    const book = new DraftBook();
    book.write('i', '', 'Hello', 0);
    expect(book.resolve('i', 'Hello', 2_000)).toBe('');
    expect(book.resolve('i', 'Hello', 2_001)).toBe('Hello');
  });

  it('keeps interactions apart', () => {
    const book = new DraftBook();
    book.write('i', 'a', '', 0);
    expect(book.resolve('j', '', 0)).toBe('');
  });

  it('knows a text that was written again as the newest', () => {
    const book = new DraftBook();
    book.write('i', 'a', '', 0);
    book.write('i', '', 'a', 1);
    book.write('i', 'a', '', 2);
    expect(book.resolve('i', 'a', 3)).toBe('a');
    expect(book.resolve('i', '', 3)).toBe('a');
  });
});
