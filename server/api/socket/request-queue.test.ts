import { describe, expect, it } from 'vitest';
import { RequestQueue } from './request-queue.ts';

async function settle(): Promise<void> {
  for (let i = 0; i < 200; i += 1) await Promise.resolve();
}

function setUp() {
  const answered: number[] = [];
  const reading: string[] = [];
  const state = { canAnswer: true, release: undefined as (() => void) | undefined, hold: false };
  const queue = new RequestQueue<number>({
    answer: (request) => {
      answered.push(request);
      return state.hold ? new Promise<void>((resolve) => (state.release = resolve)) : Promise.resolve();
    },
    canAnswer: () => state.canAnswer,
    pause: () => reading.push('pause'),
    resume: () => reading.push('resume'),
  });
  return { queue, answered, reading, state };
}

describe('RequestQueue', () => {
  it('answers one after the other, in order', async () => {
    const { queue, answered, state } = setUp();
    queue.open();
    state.hold = true;
    for (const n of [1, 2, 3]) queue.push(n);
    await settle();
    expect(answered).toEqual([1]);
    state.hold = false;
    state.release?.();
    await settle();
    expect(answered).toEqual([1, 2, 3]);
  });

  it('keeps early requests until the welcome', async () => {
    const { queue, answered } = setUp();
    queue.push(1);
    await settle();
    expect(answered).toEqual([]);
    queue.open();
    await settle();
    expect(answered).toEqual([1]);
  });

  it('stops reading from a desk that asks faster than it is answered, and goes on later', async () => {
    const { queue, reading, state, answered } = setUp();
    queue.open();
    state.canAnswer = false;
    for (let n = 0; n < 32; n += 1) queue.push(n);
    expect(reading).toEqual(['pause']);
    expect(queue.isPaused).toBe(true);
    state.canAnswer = true;
    queue.continue();
    await settle();
    expect(reading).toEqual(['pause', 'resume']);
    expect(answered).toHaveLength(32);
  });

  it('answers nothing after it was closed', async () => {
    const { queue, answered } = setUp();
    queue.open();
    queue.close();
    queue.push(1);
    await settle();
    expect(answered).toEqual([]);
  });
});
