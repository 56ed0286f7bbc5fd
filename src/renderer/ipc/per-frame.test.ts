import { describe, expect, it } from 'vitest';
import type { ReplydeskBridge } from '#shared/ipc/bridge.ts';
import { ok } from '#shared/result.ts';
import { ManualBridge, settle } from '../state/testing.ts';
import { perFrame } from './per-frame.ts';

function page() {
  const main = new ManualBridge();
  const frames: (() => void)[] = [];
  const bridge: ReplydeskBridge = perFrame(main, { next: (action) => frames.push(action) });
  const heard: number[] = [];
  const stop = bridge.onUpdate(({ version }) => heard.push(version));
  const draw = () => {
    for (const action of frames.splice(0)) action();
  };
  return { main, bridge, heard, draw, stop };
}

describe('perFrame', () => {
  it('hands on what came since the last frame, in order, once', () => {
    const { main, heard, draw } = page();
    main.push(1);
    main.push(2);
    expect(heard).toEqual([]);
    draw();
    expect(heard).toEqual([1, 2]);
    main.push(3);
    draw();
    expect(heard).toEqual([1, 2, 3]);
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
});
