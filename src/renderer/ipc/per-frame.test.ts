import { describe, expect, it } from 'vitest';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import { ok } from '#shared/result.ts';
import { ManualBridge, settle } from '../state/testing.ts';
import { perFrame } from './per-frame.ts';

function page() {
  const main = new ManualBridge();
  const frames: (() => void)[] = [];
  const timers: (() => void)[] = [];
  let now = 0;
  const bridge = perFrame(main, {
    next: (action) => frames.push(action),
    after: (_, action) => {
      timers.push(action);
      return () => timers.splice(timers.indexOf(action), 1);
    },
    now: () => now,
  });
  const heard: number[] = [];
  const together: number[] = [];
  const stop = bridge.onUpdates((updates) => {
    heard.push(...updates.map(({ version }) => version));
    together.push(updates.length);
  });
  const draw = () => {
    for (const action of frames.splice(0)) action();
  };
  const wait = (ms: number) => {
    now += ms;
    for (const action of timers.splice(0)) action();
  };
  return { main, bridge, heard, together, draw, stop, wait };
}

describe('perFrame', () => {
  it('hands on what came since the last frame, in order, once', () => {
    const { main, heard, together, draw } = page();
    main.push(1);
    main.push(2);
    expect(heard).toEqual([]);
    draw();
    expect(heard).toEqual([1, 2]);
    main.push(3);
    draw();
    expect(heard).toEqual([1, 2, 3]);
    expect(together).toEqual([2, 1]);
  });

  it('gives an answer only after the updates that came before it', async () => {
    const { main, bridge, heard, draw } = page();
    const answer = bridge.request('desk.view', {}).then(() => heard.push(0));
    main.push(7);
    main.of('desk.view')[0]?.answer(ok({}));
    await answer;
    expect(heard).toEqual([7, 0]);
    draw();
    expect(heard).toEqual([7, 0]);
  });

  it('tells nothing to who has left', async () => {
    const { main, heard, draw, stop } = page();
    main.push(1);
    stop();
    draw();
    await settle();
    expect(heard).toEqual([]);
  });

  const about = (interactionId: string) =>
    ({ type: 'message', message: { interactionId } }) as unknown as DeskUpdate['changes'][number];

  it('draws what is behind ten times a second, and what is in front at the next frame with all that came before', () => {
    const { main, bridge, heard, draw, wait } = page();
    bridge.shows('front');
    main.push(1, about('behind'));
    draw();
    expect(heard).toEqual([1]);
    main.push(2, about('behind'));
    main.push(3, about('other'));
    draw();
    expect(heard).toEqual([1]);
    wait(100);
    draw();
    expect(heard).toEqual([1, 2, 3]);
    main.push(4, about('behind'));
    main.push(5, about('front'));
    draw();
    expect(heard).toEqual([1, 2, 3, 4, 5]);
    wait(100);
    draw();
    expect(heard).toEqual([1, 2, 3, 4, 5]);
  });
});
