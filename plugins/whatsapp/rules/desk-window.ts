import type { ServiceWindow } from '#shared/plugin-api/domain.ts';

const SECOND = 1000;
/** At its highest value `whatsappsession.free-msg-timespan` says what WhatsApp says, and shortens nothing. */
const WHOLE = 86_400;

/**
 * The window as agents may use it: `whatsappsession.free-msg-timespan`, seconds, may end it earlier than the server and
 * never later (WA-1, WA-3).
 */
export function deskWindow(window: ServiceWindow | null, timespan: number): ServiceWindow | null {
  // Written so that what is no number changes nothing, too.
  if (!window || !(timespan < WHOLE)) return window;
  return { ...window, closesAt: Math.min(window.closesAt, window.opensAt + timespan * SECOND) };
}
