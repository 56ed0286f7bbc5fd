import { describe, expect, it } from 'vitest';
import { fileSize } from './file-size.ts';

describe('fileSize', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1540, '1.5 kB'],
    [212_400, '212 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [21_000_000, '21 MB'],
    [5_000_000_000_000, '5,000 GB'],
    [-1, '0 bytes'],
  ])('%i is %s', (bytes, text) => expect(fileSize(bytes, 'en')).toBe(text));

  it('speaks the language', () => expect(fileSize(1540, 'de')).toBe('1,5 kB'));
});
