import { describe, expect, it } from 'vitest';
import { arrangementSchema, noArrangement } from '#shared/ipc/arrangement.ts';
import { KeptValue } from './kept-value.ts';

function arrangementUnderTest() {
  const meta: Record<string, string> = {};
  let told = 0;
  const arrangement = new KeptValue({
    ...{ key: 'arrangement', schema: arrangementSchema, none: noArrangement },
    write: (key, value) => {
      meta[key] = value;
    },
    onChange: () => {
      told += 1;
    },
  });
  return { arrangement, meta, told: () => told };
}

describe('KeptValue', () => {
  it('comes back from what it wrote', () => {
    const before = arrangementUnderTest();
    before.arrangement.set({ pinned: ['b'], order: ['a', 'b'] });
    const after = arrangementUnderTest();
    after.arrangement.restore(before.meta);
    expect(after.arrangement.current).toEqual({ pinned: ['b'], order: ['a', 'b'] });
    expect(after.told()).toBe(1);
  });

  it.each([
    ['nothing was kept', {}],
    ['it is no JSON', { arrangement: '{' }],
    ['it is something else', { arrangement: '{"pinned":"all"}' }],
  ])('is what it is without one when %s', (_case, meta) => {
    const { arrangement } = arrangementUnderTest();
    arrangement.restore(meta);
    expect(arrangement.current).toEqual(noArrangement);
  });

  it('leaves the file as it is when the session ends', () => {
    const { arrangement, meta } = arrangementUnderTest();
    arrangement.set({ pinned: ['b'], order: null });
    arrangement.clear();
    expect(arrangement.current).toEqual(noArrangement);
    expect(meta.arrangement).toContain('"b"');
  });
});
