import { describe, expect, it } from 'vitest';
import { rangeOf, unitOf } from './option-range.ts';

describe('rangeOf', () => {
  it('says from where to where', () => {
    expect(rangeOf({ kind: 'integer', min: 1, max: 9 })).toMatchObject({ kind: 'between', min: 1, max: 9 });
    expect(rangeOf({ kind: 'integer', min: 0 })).toMatchObject({ kind: 'min', min: 0 });
    expect(rangeOf({ kind: 'integer', max: 9 })).toMatchObject({ kind: 'max', max: 9 });
  });

  it('says nothing where there is no limit, and of what is no number', () => {
    expect(rangeOf({ kind: 'integer' })).toBeUndefined();
    expect(rangeOf({ kind: 'text', maxLength: 9 })).toBeUndefined();
  });
});

describe('unitOf', () => {
  it('knows what numbers count', () => {
    expect(unitOf({ kind: 'integer', unit: 'seconds' })).toBe('seconds');
    expect(unitOf({ kind: 'integer' })).toBeUndefined();
    expect(unitOf({ kind: 'boolean' })).toBeUndefined();
  });
});
