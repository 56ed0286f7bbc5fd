import type { ServiceWindow } from '#shared/domain/interaction.ts';
import { windowAt } from '#shared/rules/window.ts';

/** The list shows what is left of the customer service window below this, ms (UI-1). */
const SHOWN_BELOW = 4 * 60 * 60 * 1000;
const MINUTE = 60_000;

/** Stands for a window that has closed. */
export const WINDOW_CLOSED = -1;

/**
 * Whole minutes left in the window at `now` (server time, ms), `WINDOW_CLOSED` after its end, and null when the list
 * says nothing: four hours or more are left, or the customer has never written.
 */
export function minutesLeft(window: ServiceWindow | null, now: number): number | null {
  const state = windowAt(window, now);
  if (state.state === 'none') return null;
  if (state.state === 'closed') return WINDOW_CLOSED;
  return state.remaining < SHOWN_BELOW ? Math.floor(state.remaining / MINUTE) : null;
}
