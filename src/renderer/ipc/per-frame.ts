import type { ReplydeskBridge } from '#shared/ipc/bridge.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import type { FramedBridge } from './bridge.ts';

/** When the page draws next. */
export interface Frames {
  /** Runs `action` at the beginning of the next frame; at once when the page is not shown and has no frames. */
  next(action: () => void): void;
  /** Runs `action` after `delay` ms; the returned function takes that back. */
  after(delay: number, action: () => void): () => void;
  /** Ms of a clock that never jumps. */
  now(): number;
}

/** A page that is covered may get no frames although it counts as shown; it is brought up to date this often, ms. */
const COVERED = 100;

/** News of conversations that are not in front are drawn this often, ms: the list is still faster than the eye. */
const BEHIND = 100;

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
  after(delay, action) {
    const timer = window.setTimeout(action, delay);
    return () => window.clearTimeout(timer);
  },
  now: () => performance.now(),
};

/** Whether an update is about interactions that are not shown, and about nothing else. */
function isBehind({ changes }: DeskUpdate, shown: string | null): boolean {
  if (changes.length === 0) return false;
  return changes.every((change) => {
    if (change.type === 'interaction') return change.interaction.interaction.id !== shown;
    return change.type === 'message' && change.message.interactionId !== shown;
  });
}

/**
 * The bridge, with updates handed on frame by frame, and in a burst what is behind less often than what is in front.
 * Taken one by one, updates left no time for a key that was pressed (PRF-1).
 * The order stays: whatever is handed on takes all that came before it along, and so does an answer.
 */
export function perFrame(bridge: ReplydeskBridge, frames: Frames = pageFrames): FramedBridge {
  const listeners = new Set<(updates: readonly DeskUpdate[]) => void>();
  let waiting: DeskUpdate[] = [];
  let shown: string | null = null;
  let isFramePlanned = false;
  let stopWaiting: (() => void) | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const deliver = () => {
    stopWaiting?.();
    stopWaiting = undefined;
    const updates = waiting;
    waiting = [];
    if (updates.length === 0) return;
    last = frames.now();
    for (const listener of listeners) listener(updates);
  };
  const atNextFrame = () => {
    if (isFramePlanned) return;
    isFramePlanned = true;
    frames.next(() => {
      isFramePlanned = false;
      deliver();
    });
  };
  bridge.onUpdate((update) => {
    waiting.push(update);
    const rest = isBehind(update, shown) ? last + BEHIND - frames.now() : 0;
    if (rest <= 0) atNextFrame();
    else stopWaiting ??= frames.after(rest, atNextFrame);
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
    shows(interactionId) {
      shown = interactionId;
    },
  };
}
