import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskFeed, type Opening } from './desk-feed.ts';
import { Outgoing } from './outgoing.ts';
import { MemoryLog, SlowSocket } from './testing.ts';

const FRAME_LIMIT = 100_000;

function setUp({ bound = 10_000 } = {}) {
  const log = new MemoryLog();
  const socket = new SlowSocket();
  const failures: unknown[] = [];
  let behind = 0;
  const outgoing = new Outgoing({ socket: socket.asSocket(), bound, onDrained: () => feed.drained() });
  const feed: DeskFeed = new DeskFeed({
    engine: log,
    agent: 'kaa',
    outgoing,
    frameLimit: FRAME_LIMIT,
    onBehind: () => {
      behind += 1;
    },
    onFailure: (error) => failures.push(error),
  });
  return { log, socket, feed, failures, behind: () => behind };
}

/** Lets what is under way in promises come to its end. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

/** Cursors of the events in `events` frames, in order; a snapshot is its cursor, negative. */
function told(socket: SlowSocket): number[] {
  return socket.frames().flatMap((frame) => {
    if (frame.type === 'snapshot') return [-(frame.cursor as number)];
    return (frame.events as { cursor: number }[]).map((event) => event.cursor);
  });
}

describe('DeskFeed', () => {
  it('begins with a snapshot when there is nothing to go on from', async () => {
    const { log, feed, socket } = setUp();
    log.happen();
    const opening = await feed.open(undefined);
    expect(opening).toMatchObject({ mode: 'snapshot', cursor: 1 });
    feed.follow(opening);
    log.happen();
    expect(told(socket)).toEqual([2]);
  });

  it('resumes with exactly what was missed', async () => {
    const { log, feed, socket } = setUp();
    for (let i = 0; i < 5; i += 1) log.happen();
    const opening = await feed.open(2);
    expect(opening).toMatchObject({ mode: 'delta', cursor: 5 });
    feed.follow(opening);
    expect(told(socket)).toEqual([3, 4, 5]);
  });

  it('sends no frame when nothing was missed', async () => {
    const { log, feed, socket } = setUp();
    log.happen();
    feed.follow(await feed.open(1));
    expect(socket.sent).toEqual([]);
  });

  it.each([
    ['out of reach', 1, 3],
    ['of the future', 99, 0],
  ])('begins with a snapshot for a cursor %s', async (_why, cursor, forgottenUpTo) => {
    const { log, feed } = setUp();
    for (let i = 0; i < 5; i += 1) log.happen();
    log.forgottenUpTo = forgottenUpTo;
    expect((await feed.open(cursor)).mode).toBe('snapshot');
  });

  it('sends a snapshot instead of a delta larger than may wait for a desk', async () => {
    const { log, feed } = setUp({ bound: 2000 });
    for (let i = 0; i < 5; i += 1) log.happen('x'.repeat(1000));
    expect((await feed.open(1)).mode).toBe('snapshot');
  });

  it('loses and doubles nothing that happens while the beginning is read', async () => {
    const { log, feed, socket } = setUp();
    log.happen();
    log.happen();
    log.beforeAnswer = () => log.happen();
    const opening = await feed.open(1);
    feed.follow(opening);
    expect(told(socket)).toEqual([2, 3]);
  });

  it('tells a slow desk nothing more until it has taken what waits, then a snapshot', async () => {
    const { log, feed, socket, behind } = setUp({ bound: 2000 });
    feed.follow(await feed.open(undefined));
    for (let i = 0; i < 50; i += 1) log.happen('y'.repeat(500));
    expect(socket.bufferedAmount).toBeLessThanOrEqual(2000);
    expect(behind()).toBe(1);
    expect(feed.isBehind).toBe(true);
    const before = told(socket);
    socket.take();
    await settle();
    expect(feed.isBehind).toBe(false);
    log.happen();
    expect(told(socket)).toEqual([...before, -50, 51]);
  });

  it('catches up with a commit that is larger than may ever wait', async () => {
    const { log, feed, socket } = setUp({ bound: 2000 });
    feed.follow(await feed.open(undefined));
    log.happen('z'.repeat(5000));
    await settle();
    expect(told(socket)).toEqual([-1]);
  });

  it('reports a snapshot that cannot be read', async () => {
    const { log, feed, socket, failures } = setUp({ bound: 1000 });
    feed.follow(await feed.open(undefined));
    log.beforeAnswer = () => Promise.reject(new Error('disk'));
    log.happen('z'.repeat(2000));
    await settle();
    expect(failures).toHaveLength(1);
    expect(socket.sent).toEqual([]);
  });

  it('ends its subscription', () => {
    const { log, feed, socket } = setUp();
    feed.close();
    log.happen();
    expect(log.listeners).toBe(0);
    expect(socket.sent).toEqual([]);
  });

  it('brings every desk to the end of the log, however it takes things, within the bound', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('happen' as const), size: fc.integer({ min: 1, max: 900 }) }),
      fc.constant({ kind: 'take' as const }),
      fc.constant({ kind: 'settle' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 3 }), async (steps, from) => {
        const bound = 3000;
        const { log, feed, socket } = setUp({ bound });
        for (let i = 0; i < 3; i += 1) log.happen();
        const opening = await feed.open(from);
        feed.follow(opening);
        for (const one of steps) {
          if (one.kind === 'happen') log.happen('x'.repeat(one.size));
          else if (one.kind === 'take') socket.take();
          else await settle();
          // A snapshot is always sent; everything else stays within the bound.
          expect(socket.bufferedAmount).toBeLessThanOrEqual(bound + 1000);
        }
        for (let i = 0; i < 3; i += 1) {
          socket.take();
          await settle();
        }
        expectConnected(opening, told(socket), log.cursor);
      }),
    );
  });
});

/** Each event is the successor of what the desk knew, or a snapshot replaces all; the end is the log's. */
function expectConnected(opening: Opening, sequence: readonly number[], end: number): void {
  let known = opening.mode === 'delta' ? (opening.batch.events[0]?.cursor ?? opening.cursor + 1) - 1 : opening.cursor;
  for (const cursor of sequence) {
    if (cursor > 0) expect(cursor).toBe(known + 1);
    known = Math.abs(cursor);
  }
  expect(known).toBe(end);
}
