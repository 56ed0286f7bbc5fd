import type { ReplydeskBridge } from '#shared/ipc/bridge.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import type { FramedBridge } from './bridge.ts';

/** When the page draws next. */
export interface Frames {
  /** Runs `action` at the beginning of the next frame; at once when the page is not shown and has no frames. */
  next(action: () => void): void;
}

/** A page that is covered may get no frames although it counts as shown; it is brought up to date this often, ms. */
const COVERED = 100;

export const pageFrames: Frames = {
  next(action) {
    if (document.hidden) return action();
    let done = false;
    const once = () => {
      if (done) return;
      done = true;
      window.clearTimeout(timer);
      action();
    };
    const timer = window.setTimeout(once, COVERED);
    requestAnimationFrame(once);
  },
};

/**
 * The bridge, with updates handed on frame by frame. In a burst there are several updates to a frame: taken one by one,
 * they left no time for a key that was pressed (PRF-1).
 * The order stays: an answer is given only after the updates that came before it.
 */
export function perFrame(bridge: ReplydeskBridge, frames: Frames = pageFrames): FramedBridge {
  const listeners = new Set<(updates: readonly DeskUpdate[]) => void>();
  let waiting: DeskUpdate[] = [];
  const deliver = () => {
    const updates = waiting;
    waiting = [];
    if (updates.length > 0) for (const listener of listeners) listener(updates);
  };
  bridge.onUpdate((update) => {
    waiting.push(update);
    if (waiting.length === 1) frames.next(deliver);
  });
  return {
    async request(channel, params) {
      const result = await bridge.request(channel, params);
      deliver();
      return result;
    },
    onUpdates(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
