import { useMemo } from 'react';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { ContentFacts } from '#shared/plugin-api/views.ts';
import type { FieldFacts } from '#shared/rules/field-codes.ts';
import { useFieldFacts } from '../../state/field-facts.ts';

/** Where a notification is written: over an interaction, or before a session is begun (WA-9). */
export interface NotificationPlace extends Pick<ContentFacts, 'interaction' | 'contact'> {
  /** What is written is kept under this until it is sent. */
  readonly id: string;
  readonly mediaType: string;
  readonly channel: string;
  /** What field codes are filled in from; undefined while that is not known. */
  readonly fields: FieldFacts | undefined;
}

/** The place over an interaction. */
export function useInteractionPlace({ interaction, contact }: InteractionView): NotificationPlace {
  const { id, mediaType, channel } = interaction;
  const fields = useFieldFacts(id);
  return useMemo(
    () => ({ id, mediaType, channel, interaction, contact, fields }),
    [id, mediaType, channel, interaction, contact, fields],
  );
}
