import type { ServiceWindow } from '#shared/domain/interaction.ts';
import { windowAt } from '#shared/rules/window.ts';
import { useServerTime } from '../../state/hooks.ts';

/** How the customer service window stands, as the desk shows it (WA-3). */
export type WindowView =
  | { readonly state: 'irrelevant' | 'none' | 'closed' }
  /** Whole minutes left. */
  | { readonly state: 'open'; readonly minutes: number };

const MINUTE = 60_000;
/** From here on the composer warns, minutes. */
export const WARN_BELOW = 30;
/** From here on the header shows the time left, minutes. */
export const SHOW_BELOW = 240;

/** The window now, by server time; `relevant`: the medium has one. */
export function useWindow(window: ServiceWindow | null, relevant: boolean): WindowView {
  const now = useServerTime((time) => {
    if (!relevant) return 'irrelevant';
    const at = windowAt(window, time);
    return at.state === 'open' ? Math.floor(at.remaining / MINUTE) : at.state;
  });
  return typeof now === 'number' ? { state: 'open', minutes: now } : { state: now };
}
