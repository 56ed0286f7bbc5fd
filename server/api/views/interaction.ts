import { z } from 'zod';
import { type Interaction, interactionSchema, offerSchema, serviceWindowSchema } from '#shared/domain/interaction.ts';
import { isoTime, isoTimeOrNull, isoTimeSchema } from './time.ts';

export const windowViewSchema = z.object({
  ...serviceWindowSchema.shape,
  opensAt: isoTimeSchema,
  closesAt: isoTimeSchema,
});

export const offerViewSchema = z.object({
  ...offerSchema.shape,
  offeredAt: isoTimeSchema,
  deadline: isoTimeSchema,
});

const lastMessage = interactionSchema.shape.lastMessage.unwrap();

/** An interaction as REST shows it: its state, with times as text. */
export const interactionViewSchema = z.object({
  ...interactionSchema.shape,
  offer: offerViewSchema.nullable(),
  createdAt: isoTimeSchema,
  queuedAt: isoTimeSchema.nullable(),
  assignedAt: isoTimeSchema.nullable(),
  doneAt: isoTimeSchema.nullable(),
  window: windowViewSchema.nullable(),
  pendingSince: isoTimeSchema.nullable(),
  lastMessage: z.object({ ...lastMessage.shape, at: isoTimeSchema }).nullable(),
});
export type InteractionView = z.infer<typeof interactionViewSchema>;

export function viewInteraction(interaction: Interaction): InteractionView {
  const { offer, window, lastMessage: last } = interaction;
  return {
    ...interaction,
    offer: offer && viewOffer(offer),
    createdAt: isoTime(interaction.createdAt),
    queuedAt: isoTimeOrNull(interaction.queuedAt),
    assignedAt: isoTimeOrNull(interaction.assignedAt),
    doneAt: isoTimeOrNull(interaction.doneAt),
    window: window && viewWindow(window),
    pendingSince: isoTimeOrNull(interaction.pendingSince),
    lastMessage: last && { ...last, at: isoTime(last.at) },
  };
}

export function viewOffer(offer: z.infer<typeof offerSchema>): z.infer<typeof offerViewSchema> {
  return { ...offer, offeredAt: isoTime(offer.offeredAt), deadline: isoTime(offer.deadline) };
}

export function viewWindow(window: z.infer<typeof serviceWindowSchema>): z.infer<typeof windowViewSchema> {
  return { ...window, opensAt: isoTime(window.opensAt), closesAt: isoTime(window.closesAt) };
}
