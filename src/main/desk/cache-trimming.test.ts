import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { ok, type Refusal, type Result, refuse } from '#shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import { CacheTrimming } from './cache-trimming.ts';
import { silentLog } from './log.ts';
import { turns } from './testing/desk-under-test.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function setUp() {
  const clock = new ManualClock();
  const asked: unknown[] = [];
  const troubles: Refusal[] = [];
  const state = {
    limits: { retentionDays: 90, maxSizeMb: 2 },
    contacts: ['akela'],
    isFetching: false,
    steps: 1,
    answer: undefined as Result<never> | undefined,
  };
  const call = async (_operation: string, params: unknown) => {
    asked.push(params);
    state.steps -= 1;
    return state.answer ?? ok({ messages: 1, more: state.steps > 0 });
  };
  const trimming = new CacheTrimming({
    cache: { call: call as Cache['call'] },
    writer: { settle: async () => {} },
    clock,
    log: silentLog,
    limits: () => state.limits,
    serverNow: () => clock.now() + 7,
    contacts: () => state.contacts,
    isFetching: () => state.isFetching,
    onTrouble: (refusal) => troubles.push(refusal),
  });
  const pass = async (time: number) => {
    clock.advance(time);
    await turns();
  };
  return { clock, asked, troubles, state, trimming, pass };
}

describe('making the cache smaller', () => {
  it('waits until the start is over, and comes again each day', async () => {
    const { clock, asked, trimming, pass } = setUp();
    trimming.begin();
    await pass(MINUTE - 1);
    expect(asked).toEqual([]);
    await pass(1);
    const endedBefore = clock.now() + 7 - 90 * DAY;
    expect(asked).toEqual([{ endedBefore, maxBytes: 2 * 1024 * 1024, keepContacts: ['akela'] }]);
    await pass(DAY - 1);
    expect(asked).toHaveLength(1);
    await pass(1);
    expect(asked).toHaveLength(2);
  });

  it('leaves time for others between its steps', async () => {
    const { asked, state, trimming, pass } = setUp();
    state.steps = 3;
    trimming.begin();
    await pass(MINUTE);
    expect(asked).toHaveLength(1);
    await pass(20);
    await pass(20);
    await pass(20);
    expect(asked).toHaveLength(3);
  });

  it('takes new limits at once, and does nothing for what did not change', async () => {
    const { asked, state, trimming, pass } = setUp();
    trimming.begin();
    trimming.look();
    await pass(1);
    expect(asked).toEqual([]);
    state.limits = { retentionDays: 1, maxSizeMb: 2 };
    trimming.look();
    await pass(1);
    expect(asked).toHaveLength(1);
  });

  it('waits while messages are fetched that go before those in the cache', async () => {
    const { asked, state, trimming, pass } = setUp();
    state.isFetching = true;
    trimming.begin();
    await pass(MINUTE);
    await pass(20);
    expect(asked).toEqual([]);
    state.isFetching = false;
    await pass(20);
    expect(asked).toHaveLength(1);
  });

  it('ends with the file', async () => {
    const { asked, state, trimming, pass } = setUp();
    trimming.begin();
    trimming.end();
    state.limits = { retentionDays: 1, maxSizeMb: 1 };
    trimming.look();
    await pass(2 * DAY);
    expect(asked).toEqual([]);
  });

  it.each([
    ['disk-full', 0],
    ['cache-corrupt', 1],
  ])('tries again the next day when it is refused with %s', async (code, told) => {
    const { asked, troubles, state, trimming, pass } = setUp();
    state.answer = refuse(code, '');
    trimming.begin();
    await pass(MINUTE);
    expect(troubles).toHaveLength(told);
    await pass(DAY);
    expect(asked).toHaveLength(2);
  });
});
