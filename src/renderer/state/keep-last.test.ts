import { describe, expect, it, vi } from 'vitest';
import { keepLast } from './keep-last.ts';

describe('keepLast', () => {
  it('makes nothing anew while the arguments stay the same ones', () => {
    const make = vi.fn((a: object, b: number) => ({ a, b }));
    const kept = keepLast(make);
    const a = {};
    const first = kept(a, 1);
    expect(kept(a, 1)).toBe(first);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('answers for the arguments it is given, whichever of them changed', () => {
    const kept = keepLast((a: string, b: number) => `${a}${b}`);
    expect([kept('x', 1), kept('x', 2), kept('y', 2), kept('x', 1)]).toEqual(['x1', 'x2', 'y2', 'x1']);
  });

  it('keeps undefined as well', () => {
    const make = vi.fn((_: number) => undefined);
    const kept = keepLast(make);
    expect([kept(1), kept(1)]).toEqual([undefined, undefined]);
    expect(make).toHaveBeenCalledTimes(1);
  });
});
