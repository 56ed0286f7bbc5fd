import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { type Refusal, type Result, refuse } from '#shared/result.ts';
import { LocalCache } from '../cache/local-cache.ts';
import type { OperationName, OperationParams, OperationResult } from '../cache/operations.ts';
import { sampleContact, sampleInteraction, sampleMessage } from '../cache/samples.ts';
import { CacheWriter } from './cache-writer.ts';
import { silentLog } from './log.ts';

/** A cache whose disk can be full. */
class FullCache extends LocalCache {
  isFull = false;

  override async call<O extends OperationName>(
    operation: O,
    params: OperationParams<O>,
  ): Promise<Result<OperationResult<O>>> {
    if (this.isFull && operation === 'apply') return refuse('disk-full', 'Full.', true);
    return super.call(operation, params);
  }
}

async function setUp() {
  const clock = new ManualClock();
  const cache = new FullCache();
  await cache.call('open', { file: ':memory:' });
  const acknowledged: number[] = [];
  const troubles: (Refusal | null)[] = [];
  const writer = new CacheWriter({
    cache,
    clock,
    log: silentLog,
    onDurable: (cursor) => acknowledged.push(cursor),
    onTrouble: (trouble) => troubles.push(trouble),
  });
  const loaded = async () => {
    const result = await cache.call('load', {});
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  return { clock, cache, writer, acknowledged, troubles, loaded };
}

const row = (seq: number) => ({
  interaction: sampleInteraction('a', { seq }),
  live: true,
  stale: false,
  hasOlder: false,
});

describe('writing to the cache', () => {
  it('acknowledges a cursor only when it is on disk', async () => {
    const { writer, acknowledged, loaded } = await setUp();
    writer.pending.cursor(7);
    expect(acknowledged).toEqual([]);
    await writer.settle();
    expect(acknowledged).toEqual([7]);
    expect((await loaded()).cursor).toBe(7);
  });

  it('keeps what a full disk refuses, acknowledges nothing, and writes all of it when there is room', async () => {
    const { clock, cache, writer, acknowledged, troubles, loaded } = await setUp();
    cache.isFull = true;
    writer.pending.contact(sampleContact());
    writer.pending.interaction(row(1));
    writer.pending.cursor(1);
    await writer.settle();
    writer.pending.interaction(row(2));
    writer.pending.message(sampleMessage(2));
    writer.pending.cursor(2);
    await writer.settle();
    expect(acknowledged).toEqual([]);
    expect(troubles.at(-1)?.code).toBe('disk-full');
    expect((await loaded()).interactions).toEqual([]);
    cache.isFull = false;
    clock.advance(3000);
    await writer.settle();
    expect(acknowledged).toEqual([2]);
    expect(troubles.at(-1)).toBeNull();
    expect((await loaded()).interactions).toMatchObject([{ interaction: { seq: 2 } }]);
  });

  it('does not bring back what was forgotten after a write was refused', async () => {
    const { clock, cache, writer } = await setUp();
    cache.isFull = true;
    writer.pending.message(sampleMessage(1));
    await writer.settle();
    writer.pending.forget('ixn-1', 5);
    writer.pending.message(sampleMessage(5));
    cache.isFull = false;
    clock.advance(3000);
    await writer.settle();
    const page = await cache.call('messages.page', { interactionId: 'ixn-1', before: null, limit: 10 });
    expect(page).toMatchObject({ ok: true, value: { messages: [{ arrivalOrder: 5 }] } });
  });

  it('lets nothing of one file into the next', async () => {
    const { writer, acknowledged, loaded } = await setUp();
    writer.pending.cursor(7);
    writer.begin(3);
    await writer.settle();
    expect(writer.durable).toBe(3);
    expect(acknowledged).toEqual([]);
    expect((await loaded()).cursor).toBe(0);
  });
});
