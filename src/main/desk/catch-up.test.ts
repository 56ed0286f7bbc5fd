import { describe, expect, it } from 'vitest';
import { CatchUp } from './catch-up.ts';
import { type EventsFrame, FrameQueue } from './frame-queue.ts';
import { silentLog } from './log.ts';
import { DeskUnderTest } from './testing/desk-under-test.ts';
import { SimulatedServer } from './testing/simulated-server.ts';

/** A desk that stands at 5 in the log, and has said so to its server. */
function setUp() {
  const { store, clock } = new DeskUnderTest(new SimulatedServer('kaa'));
  const done: number[] = [];
  const frames: FrameQueue = new FrameQueue({
    store,
    log: silentLog,
    load: async () => [],
    onHole: () => undefined,
    onPosition: (position) => catchUp.reached(position),
  });
  const catchUp = new CatchUp({ clock, frames, onDone: () => done.push(frames.position) });
  catchUp.askFrom(5);
  const bring = (after: number, cursor: number) =>
    frames.add({ type: 'events', after, cursor, events: [], introduces: [] } satisfies EventsFrame);
  return { catchUp, clock, done, bring };
}

describe('a desk that comes back', () => {
  it('is up to date when the last frame of what was missed is here, and says so once', () => {
    const { catchUp, clock, done, bring } = setUp();
    catchUp.until(9);
    catchUp.awaitFrames();
    bring(5, 8);
    expect(catchUp.isDone).toBe(false);
    bring(8, 9);
    expect(catchUp.isDone).toBe(true);
    bring(9, 12);
    clock.advance(10_000);
    expect(done).toEqual([9]);
  });

  it('is so at once when nothing was missed', () => {
    const { catchUp, done } = setUp();
    catchUp.until(5);
    catchUp.awaitFrames();
    expect(done).toEqual([5]);
  });

  it('is so after a second of silence when what was missed was of others', () => {
    const { catchUp, clock, done } = setUp();
    catchUp.until(9);
    catchUp.awaitFrames();
    clock.advance(999);
    expect(catchUp.isDone).toBe(false);
    clock.advance(1);
    expect(done).toEqual([5]);
  });

  it('is not by the silence of a connection before', () => {
    const { catchUp, clock, done } = setUp();
    catchUp.until(9);
    catchUp.awaitFrames();
    clock.advance(500);
    catchUp.until(20);
    catchUp.awaitFrames();
    clock.advance(500);
    expect(done).toEqual([]);
    clock.advance(500);
    expect(done).toEqual([5]);
  });
});
