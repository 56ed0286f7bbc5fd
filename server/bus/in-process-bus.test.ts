import { describe, expect, it } from 'vitest';
import { silentLog } from '../engine/testing.ts';
import type { Commit } from './event-bus.ts';
import { InProcessBus } from './in-process-bus.ts';

const commit = (cursor: number): Commit => ({ cursor, events: [], perAgent: [] });

describe('the bus of a server that is alone', () => {
  it('tells all that listen, in order, whoever fails', async () => {
    const bus = new InProcessBus({ log: silentLog });
    const told: string[] = [];
    bus.subscribe(() => {
      throw new Error('broken listener');
    });
    const first = bus.subscribe(({ cursor }) => told.push(`a${cursor}`));
    bus.subscribe(({ cursor }) => told.push(`b${cursor}`));
    await bus.publish(commit(1));
    first.dispose();
    await bus.publish(commit(2));
    expect(told).toEqual(['a1', 'b1', 'b2']);
  });
});
