import type { ReplydeskBridge } from '#shared/ipc/bridge.ts';

declare global {
  interface Window {
    /** The bridge a page of ours has; for code that tests run inside pages. */
    readonly replydesk: ReplydeskBridge;
  }
}
