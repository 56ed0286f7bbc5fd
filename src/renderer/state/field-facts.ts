import { useMemo } from 'react';
import type { FieldFacts } from '#shared/rules/field-codes.ts';
import { useDesk, useInteraction } from './hooks.ts';
import { channelName } from './selectors.ts';

const nobody = { name: '', firstName: '', lastName: '' } as const;

/** What the field codes of an interaction's texts are filled in from (UI-6); undefined when the desk does not have it. */
export function useFieldFacts(interactionId: string): FieldFacts | undefined {
  const view = useInteraction(interactionId);
  const agent = useDesk((model) => model.session.agent) ?? nobody;
  const channel = useDesk((model) => channelName(model, view?.interaction.channel ?? ''));
  return useMemo(
    () => view && { contact: view.contact, interaction: view.interaction, agent, channel },
    [view, agent, channel],
  );
}
