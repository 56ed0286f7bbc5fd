import { useEffect } from 'react';
import { useClient, useDesk, useUi } from '../../state/hooks.ts';
import { useShownInteraction } from '../../state/use-shown-interaction.ts';
import { useSelectedId } from '../interactions/index.ts';

/**
 * Tells main which interaction this window shows, and when none is in front. That one is seen to its end is told by the
 * conversation.
 */
export function useNothingInFront(): void {
  const client = useClient();
  const selected = useSelectedId();
  const shown = useUi((state) => state.view === 'interactions');
  const nothing = selected === null || !shown;
  const isElsewhere = useDesk((model) => selected !== null && model.poppedOut.includes(selected));
  useShownInteraction(nothing || isElsewhere ? null : selected);
  useEffect(() => {
    if (nothing) void client.request('interaction.seen', { interactionId: null });
  }, [client, nothing]);
}
