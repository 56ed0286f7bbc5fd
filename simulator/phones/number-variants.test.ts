import { describe, expect, it } from 'vitest';
import { callingCodeOf, variantsOf } from './number-variants.ts';

describe('number variants', () => {
  it.each([
    ['5219993700779', '529993700779'],
    ['5511987654321', '551187654321'],
    ['5491123456789', '541123456789'],
  ])('%s is also written %s', (one, other) => {
    expect(variantsOf(one)).toContain(other);
    expect(variantsOf(other)).toContain(one);
  });

  it('knows no other spelling of most numbers', () => {
    expect(variantsOf('16145550123')).toEqual([]);
  });

  it.each([
    ['16145550123', '1'],
    ['919876543210', '91'],
    ['971501234567', '971'],
    ['4930123456', '49'],
  ])('%s has the calling code %s', (digits, code) => {
    expect(callingCodeOf(digits)).toBe(code);
  });
});
