import type { InteractionView } from '#shared/ipc/view.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { windowAt } from '#shared/rules/window.ts';
import { useInteractionOptions, useServerTime } from '../../state/hooks.ts';

/** How the customer service window stands, as the desk shows it (WA-3). */
export type WindowView =
  | { readonly state: 'irrelevant' | 'none' | 'closed' }
  /** Whole minutes left. */
  | { readonly state: 'open'; readonly minutes: number };

const MINUTE = 60_000;
/** From here on the window counts as closing, minutes. */
export const WARN_BELOW = 30;
/** From here on the header shows the time left, minutes. */
export const SHOW_BELOW = 240;

/** The window as this desk goes by it, now by server time. */
export function useWindow({ interaction }: InteractionView, views: MediaTypeViews): WindowView {
  const options = useInteractionOptions(interaction.id);
  const relevant = views.hasServiceWindow && views.unanswerable?.(interaction) === undefined;
  const window = views.serviceWindow?.(interaction.window, options) ?? interaction.window;
  const now = useServerTime((time) => {
    if (!relevant) return 'irrelevant';
    const at = windowAt(window, time);
    return at.state === 'open' ? Math.floor(at.remaining / MINUTE) : at.state;
  });
  return typeof now === 'number' ? { state: 'open', minutes: now } : { state: now };
}
