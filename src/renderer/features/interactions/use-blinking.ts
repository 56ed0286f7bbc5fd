import type { InteractionView } from '#shared/ipc/view.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { blinksAt } from '#shared/rules/blinking.ts';
import { useInteractionOptions, useServerTime, useUi } from '../../state/hooks.ts';
import { useWindowFocus } from '../../state/use-window-focus.ts';

/** Whether the entry of this interaction blinks now, for a message that came while it was not in front. */
export function useBlinking({ interaction, unread }: InteractionView, views: MediaTypeViews): boolean {
  const options = useInteractionOptions(interaction.id);
  const focused = useWindowFocus();
  const selected = useUi((state) => state.selected === interaction.id);
  const inFront = selected && focused;
  const span = views.blinkSpan?.(options);
  return useServerTime((now) => blinksAt({ interaction, unread, inFront }, span, now));
}
