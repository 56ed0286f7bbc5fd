import type { ReplydeskBridge } from '#shared/ipc/bridge.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';

/** The bridge as a page uses it: updates that come close together are handed on together, in order. */
export interface FramedBridge extends Pick<ReplydeskBridge, 'request'> {
  /** Calls `listener` until the returned function is called. */
  onUpdates(listener: (updates: readonly DeskUpdate[]) => void): () => void;
  /** The interaction this page shows: what is about it is handed on at the next frame, whatever else there is to do. */
  shows(interactionId: string | null): void;
}

declare global {
  interface Window {
    /** Put there by the preload, before any script of the page. */
    readonly replydesk?: ReplydeskBridge;
  }
}

/** The bridge to main. Without one the page was opened outside the program, which is a mistake of whoever did. */
export function pageBridge(): ReplydeskBridge {
  if (!window.replydesk) throw new Error('This page runs inside Replydesk only: its preload script is missing.');
  return window.replydesk;
}
