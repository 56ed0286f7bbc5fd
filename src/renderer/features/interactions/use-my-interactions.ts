import type { DeskModel } from '../../state/desk-model.ts';
import { useDesk, useUi } from '../../state/hooks.ts';
import { keepLast } from '../../state/keep-last.ts';
import { myInteractions, myOffers } from '../../state/selectors.ts';
import { arranged } from './arrange.ts';
import { compareByWaiting } from './order.ts';

/** Ids of the agent's interactions as the list shows them; a new array only when the order changes. */
export function useMyInteractionIds(): readonly string[] {
  return useDesk(listOf);
}

/**
 * Ids of the agent's interactions as the list shows them: by waiting, and as the agent arranged them. Several views ask
 * with each change of the model; the list is put in order once for all of them.
 */
export const listOf = keepLast((model: DeskModel): readonly string[] => {
  const byWaiting = myInteractions(model)
    .map(({ interaction }) => interaction)
    .sort(compareByWaiting)
    .map(({ id }) => id);
  return arranged(byWaiting, model.arrangement);
});

/** Ids of the interactions offered to the agent. */
export function useOfferIds(): readonly string[] {
  return useDesk((model) => myOffers(model).map(({ interaction }) => interaction.id));
}

/** The interaction in front; null when none is chosen, or the chosen one is no longer the agent's. */
export function useSelectedId(): string | null {
  const selected = useUi((state) => state.selected);
  return useDesk((model) => {
    const mine = myInteractions(model).some(({ interaction }) => interaction.id === selected);
    return mine ? selected : null;
  });
}
