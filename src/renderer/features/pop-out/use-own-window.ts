import { useEffect } from 'react';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk, useUi } from '../../state/hooks.ts';

/**
 * Whether the chosen interaction has a window of its own; choosing it brings that window to the front. Popping out what
 * is chosen does not: its window comes by itself, and must not be shown before it is painted.
 */
export function useOwnWindow(selected: string | null): boolean {
  const { store, client } = useServices();
  const opened = useUi((state) => state.opened);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same one chosen again counts as well.
  useEffect(() => {
    if (selected === null || !store.getState().poppedOut.includes(selected)) return;
    void client.perform('interaction.raise', { interactionId: selected });
  }, [selected, opened, store, client]);
  return useDesk((model) => selected !== null && model.poppedOut.includes(selected));
}
