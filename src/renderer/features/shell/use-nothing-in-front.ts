import { useEffect } from 'react';
import { useClient, useUi } from '../../state/hooks.ts';
import { useSelectedId } from '../interactions/index.ts';

/** Tells main when no interaction is in front. That one is, and seen to its end, is told by the conversation. */
export function useNothingInFront(): void {
  const client = useClient();
  const selected = useSelectedId();
  const shown = useUi((state) => state.view === 'interactions');
  const nothing = selected === null || !shown;
  useEffect(() => {
    if (nothing) void client.request('interaction.seen', { interactionId: null });
  }, [client, nothing]);
}
