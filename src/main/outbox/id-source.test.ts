import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdSource } from './id-source.ts';

it('makes ids that grow, whatever the clock does and however often the program starts', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ time: fc.nat(2_000_000_000_000), restart: fc.boolean() })), (steps) => {
      let source = new IdSource();
      let last = '';
      for (const { time, restart } of steps) {
        if (restart) {
          source = new IdSource();
          source.follow(last);
        }
        const id = source.next(time);
        expect(id > last).toBe(true);
        last = id;
      }
    }),
  );
});

it('does not follow what is no ULID', () => {
  const source = new IdSource();
  source.follow('msg-1');
  expect(source.next(1_767_603_600_000)).toHaveLength(26);
});
