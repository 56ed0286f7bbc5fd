import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import type { Message } from '#shared/domain/message.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { LocalCache } from '../cache/local-cache.ts';
import type { OutboxRow } from '../cache/operations.ts';
import { sampleMessage, sampleOutboxRow } from '../cache/samples.ts';
import { silentLog } from '../desk/log.ts';
import { Outbox } from './outbox.ts';
import { withReaction } from './reactions.ts';

interface Request {
  readonly row: OutboxRow;
  readonly answer: (result: Result<Message>) => Promise<void>;
}

const first = { replaces: null, retryOf: null, clearDraft: false } as const;

const accepted = (row: OutboxRow): Result<Message> =>
  ok(sampleMessage(9, { ...row.message, arrivalOrder: 9, status: 'accepted' }));

async function settleTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

async function setUp(cache = new LocalCache()) {
  await cache.call('open', { file: ':memory:' });
  const clock = new ManualClock();
  const requests: Request[] = [];
  const shown: string[] = [];
  const settled: string[] = [];
  const state = { isReady: true, held: new Set<string>(), givesBack: false };
  const drafts: string[] = [];
  const outbox = new Outbox({
    cache,
    clock,
    log: silentLog,
    random: () => 0,
    isReady: () => state.isReady,
    isHeld: (id) => state.held.has(id),
    request: (row) =>
      new Promise((resolve) => {
        const answer = async (result: Result<Message>): Promise<void> => {
          resolve(result);
          await settleTurn();
        };
        requests.push({ row, answer });
      }),
    onMessage: (message) => shown.push(`${message.id} ${message.status}`),
    onReaction: (_, messageId) => shown.push(`reaction to ${messageId}`),
    onGone: (interactionId) => shown.push(`gone from ${interactionId}`),
    onSettled: (row) => settled.push(row.id),
    onFailed: () => {},
    draftWith: (_, texts) => (state.givesBack ? texts.join('\n') : undefined),
    onGivingBack: (interactionId, draft) => drafts.push(`${interactionId}: ${draft}`),
    onGivenBack: (interactionId) => drafts.push(`${interactionId} is back`),
    onKept: (interactionId, texts) => drafts.push(`${interactionId} keeps ${texts.join(', ')}`),
    onCount: () => {},
  });
  const add = (id: string, interactionId = 'a') => outbox.add(sampleOutboxRow(id, { interactionId }), first);
  const onDisk = async () => {
    const loaded = await cache.call('load', {});
    return loaded.ok ? loaded.value.outbox : [];
  };
  return {
    cache,
    clock,
    requests,
    shown,
    settled,
    drafts,
    state,
    outbox,
    add,
    onDisk,
    ids: () => requests.map((r) => r.row.id),
  };
}

describe('the outbox', () => {
  it('shows a message as queued when it is on disk, and sends one after the other in the order pressed', async () => {
    const { add, onDisk, requests, shown, ids, settled } = await setUp();
    const [one] = await Promise.all([add('1'), add('2'), add('3', 'b')]);
    expect(one).toMatchObject({ ok: true, value: { status: 'queued' } });
    expect(shown).toEqual(['1 queued', '2 queued', '3 queued']);
    expect((await onDisk()).map((row) => row.id)).toEqual(['1', '2', '3']);
    expect(ids()).toEqual(['1', '3']);
    await requests[0]?.answer(accepted(requests[0].row));
    expect(ids()).toEqual(['1', '3', '2']);
    expect(settled).toEqual(['1']);
  });

  it('sends nothing and shows nothing when the disk refuses', async () => {
    const { cache, add, shown, requests } = await setUp();
    await cache.call('close', {});
    expect(await add('1')).toMatchObject({ ok: false, error: { code: 'cache-closed' } });
    expect([shown, requests]).toEqual([[], []]);
  });

  it('sends the same id again when the connection was lost, before anything behind it', async () => {
    const { add, requests, ids, outbox, state } = await setUp();
    await add('1');
    await add('2');
    state.isReady = false;
    await requests[0]?.answer(refuse('connection-lost', '', true));
    expect(ids()).toEqual(['1']);
    state.isReady = true;
    outbox.resume();
    expect(ids()).toEqual(['1', '1']);
  });

  it('waits longer each time the server says later', async () => {
    const { add, requests, ids, clock } = await setUp();
    await add('1');
    for (const wait of [250, 500, 1000]) {
      await requests.at(-1)?.answer(refuse('busy', '', true));
      clock.advance(wait - 1);
      const before = ids().length;
      clock.advance(1);
      expect(ids()).toHaveLength(before + 1);
    }
  });

  it('does not take an answer it cannot read for a refusal', async () => {
    const { add, requests, shown, clock, ids } = await setUp();
    await add('1');
    await requests[0]?.answer(refuse('bad-answer', ''));
    clock.advance(250);
    expect(ids()).toEqual(['1', '1']);
    expect(shown).toEqual(['1 queued']);
  });

  it('keeps a refused message with its reason, on disk too, and goes on with the next', async () => {
    const { add, requests, shown, onDisk, ids, outbox } = await setUp();
    await add('1');
    await add('2');
    await requests[0]?.answer(refuse('window-closed', 'The window is closed.'));
    expect(shown).toContain('1 failed');
    expect((await onDisk())[0]).toMatchObject({ id: '1', state: 'failed', error: { code: 'window-closed' } });
    expect(outbox.messagesOf('a')[0]?.error).toEqual({ code: 'window-closed', title: 'The window is closed.' });
    expect(ids()).toEqual(['1', '2']);
    expect(outbox.queuedCount).toBe(1);
  });

  it('is done with a message by its event, and the answer behind it changes nothing', async () => {
    const { add, requests, settled, outbox, ids } = await setUp();
    await add('1');
    await add('2');
    outbox.settle('1', sampleMessage(4));
    expect(settled).toEqual(['1']);
    expect(ids()).toEqual(['1', '2']);
    await requests[0]?.answer(refuse('not-yours', ''));
    expect(outbox.row('1')).toBeUndefined();
    expect(settled).toEqual(['1']);
    expect(outbox.row('2')?.state).toBe('queued');
  });

  it('holds a thread that is stale, and only that', async () => {
    const { add, state, ids, outbox } = await setUp();
    state.held.add('a');
    await add('1');
    await add('2', 'b');
    expect(ids()).toEqual(['2']);
    state.held.delete('a');
    outbox.resumeOne('a');
    expect(ids()).toEqual(['2', '1']);
  });

  it('sends what it kept over a restart with the ids it had', async () => {
    const { add, onDisk, cache, requests } = await setUp();
    await add('1');
    await add('2');
    await requests[0]?.answer(refuse('window-closed', ''));
    const rows = await onDisk();
    const next = await setUp(new LocalCache());
    next.state.isReady = false;
    next.outbox.restore(rows);
    expect(next.ids()).toEqual([]);
    next.state.isReady = true;
    next.outbox.resume();
    expect(next.ids()).toEqual(['2']);
    await cache.close();
  });

  it('replaces a failed message by the one that is sent in its place', async () => {
    const { add, requests, outbox, onDisk, shown } = await setUp();
    await add('1');
    await requests[0]?.answer(refuse('window-closed', ''));
    await outbox.add(sampleOutboxRow('2', { interactionId: 'a' }), { replaces: '1', retryOf: '1', clearDraft: false });
    expect((await onDisk()).map((row) => row.id)).toEqual(['2']);
    expect(shown.slice(-2)).toEqual(['gone from a', '2 queued']);
  });

  it('shows a reaction with its target and not as a message, and settles it by its event', async () => {
    const { add, outbox, shown, settled, ids, requests } = await setUp();
    const content = { kind: 'reaction', messageId: 'm1', emoji: '👍' } as const;
    const target = sampleMessage(4, { id: 'm1', interactionId: 'a' });
    await add('1');
    await outbox.add(sampleOutboxRow('2', { interactionId: 'a', content }), first);
    expect(shown).toEqual(['1 queued', 'reaction to m1']);
    expect(outbox.messagesOf('a').map(({ id }) => id)).toEqual(['1']);
    expect(withReaction(target, outbox.rows).reactionSend).toMatchObject({ id: '2', emoji: '👍', status: 'queued' });
    expect(ids()).toEqual(['1']);
    if (requests[0]) await requests[0].answer(accepted(requests[0].row));
    expect(ids()).toEqual(['1', '2']);
    outbox.settle('2');
    expect(settled).toEqual(['1', '2']);
    expect(withReaction(target, outbox.rows).reactionSend).toBeUndefined();
  });

  it('keeps a refused reaction with its target, until another takes its place', async () => {
    const { outbox, requests, shown } = await setUp();
    const content = { kind: 'reaction', messageId: 'm1', emoji: '👍' } as const;
    const target = sampleMessage(4, { id: 'm1', interactionId: 'a' });
    await outbox.add(sampleOutboxRow('1', { interactionId: 'a', content }), first);
    await requests[0]?.answer(refuse('reaction-too-old', 'Too old.'));
    const error = { code: 'reaction-too-old', title: 'Too old.' };
    expect(withReaction(target, outbox.rows).reactionSend).toMatchObject({ id: '1', status: 'failed', error });
    const next = sampleOutboxRow('2', { interactionId: 'a', content: { ...content, emoji: '🎉' } });
    await outbox.add(next, { ...first, replaces: '1' });
    expect(outbox.rows.map(({ id }) => id)).toEqual(['2']);
    expect(shown.every((line) => line === 'reaction to m1')).toBe(true);
  });

  it('discards a failed message, and no other', async () => {
    const { add, requests, outbox, onDisk } = await setUp();
    await add('1');
    expect(await outbox.discard('1')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await requests[0]?.answer(refuse('window-closed', ''));
    expect(await outbox.discard('1')).toEqual({ ok: true, value: {} });
    expect(await onDisk()).toEqual([]);
    expect(outbox.rows).toEqual([]);
  });

  it('gives the words back to the composer in their order when none of them may leave, and keeps them on disk', async () => {
    const { add, cache, requests, drafts, shown, onDisk, state } = await setUp();
    state.givesBack = true;
    await add('1');
    await add('2');
    await add('3', 'b');
    await requests[0]?.answer(refuse('window-closed', ''));
    await settleTurn();
    expect(drafts).toEqual(['a: reply 1\nreply 2', 'a is back']);
    expect(shown).toContain('gone from a');
    expect((await onDisk()).map(({ id }) => id)).toEqual(['3']);
    const loaded = await cache.call('load', {});
    expect(loaded.ok && loaded.value.drafts.a).toBe('reply 1\nreply 2');
    expect(requests.map(({ row }) => row.id)).toEqual(['1', '3']);
  });
});
