import type { ReplydeskBridge } from '#shared/ipc/bridge.ts';

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
