import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { fuses } from './set-fuses.mjs';

describe('fuses', () => {
  it('has a decision for every fuse that exists', () => {
    const all = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
    expect(fuses.map(([fuse]) => fuse).sort()).toEqual(all.sort());
  });
});
