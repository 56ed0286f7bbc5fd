import { z } from 'zod';
import { agentStatusSchema } from './agent.ts';
import { contactSchema } from './contact.ts';
import { interactionSchema, offerSchema, serviceWindowSchema, workbinSchema } from './interaction.ts';
import {
  idSchema,
  messageErrorSchema,
  messageSchema,
  messageStatusSchema,
  nameSchema,
  timestampSchema,
} from './message.ts';

/**
 * The kinds of event in the log (SRV-2). An event says what happened, never what to do; the fold in `fold.ts`
 * turns a stream of them into state. Kinds are only ever added: an old log must stay readable.
 */
export const eventBodySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('interaction.created'),
    data: interactionSchema
      .pick({ mediaType: true, channel: true, contactId: true, direction: true, attachedData: true, lastAgent: true })
      .extend({ interactionId: idSchema }),
  }),
  z.object({
    kind: z.literal('interaction.queued'),
    data: z.object({
      queue: nameSchema,
      /** `head`: it was offered before and goes first. */
      place: z.enum(['head', 'tail']),
      reason: z.string(),
    }),
  }),
  z.object({ kind: z.literal('interaction.offered'), data: offerSchema }),
  z.object({
    kind: z.literal('interaction.offer-ended'),
    data: z.object({
      offerId: idSchema,
      agent: nameSchema,
      outcome: z.enum(['rejected', 'timed-out', 'withdrawn']),
      reason: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('interaction.assigned'),
    data: z.object({ agent: nameSchema, offerId: idSchema.nullable(), reason: z.string() }),
  }),
  /** Put into a workbin by the agent who had it, to go on with it later (SRV-6). */
  z.object({
    kind: z.literal('interaction.parked'),
    data: workbinSchema.extend({ by: nameSchema, reason: z.string() }),
  }),
  z.object({
    kind: z.literal('interaction.done'),
    data: z.object({ by: nameSchema, dispositionCode: z.string().nullable(), note: z.string().nullable() }),
  }),
  z.object({
    kind: z.literal('interaction.data-changed'),
    data: z.object({ set: z.record(z.string(), z.string()), by: nameSchema.nullable() }),
  }),
  z.object({ kind: z.literal('window.opened'), data: serviceWindowSchema }),
  /** Before its time: the provider says that it is over. */
  z.object({ kind: z.literal('window.closed'), data: z.object({ closesAt: timestampSchema }) }),
  z.object({ kind: z.literal('message.received'), data: z.object({ message: messageSchema }) }),
  /** Something the business wrote elsewhere (phone app echo): shown, no window, no offer. */
  z.object({ kind: z.literal('message.echoed'), data: z.object({ message: messageSchema }) }),
  z.object({ kind: z.literal('message.accepted'), data: z.object({ message: messageSchema }) }),
  z.object({
    kind: z.literal('message.status-changed'),
    data: z.object({
      messageId: idSchema,
      status: messageStatusSchema,
      /** Given with `handed-over`, or when a status webhook named a message whose answer was lost. */
      providerId: z.string().optional(),
      /** The provider's own time of the change. */
      providerTime: timestampSchema.optional(),
      error: messageErrorSchema.optional(),
    }),
  }),
  z.object({
    kind: z.literal('message.edited'),
    data: z.object({ messageId: idSchema, text: z.string(), at: timestampSchema }),
  }),
  z.object({ kind: z.literal('message.revoked'), data: z.object({ messageId: idSchema, at: timestampSchema }) }),
  z.object({
    kind: z.literal('message.reaction-changed'),
    data: z.object({
      messageId: idSchema,
      by: z.string(),
      direction: z.enum(['in', 'out']),
      /** Empty: the reaction was taken back. */
      emoji: z.string(),
      at: timestampSchema,
    }),
  }),
  /** A reaction of an agent on its way (SRV-2); each event tells all of it, so that any of them may be missed. */
  z.object({
    kind: z.literal('message.reaction-status-changed'),
    data: z.object({
      /** The message that is reacted to. */
      messageId: idSchema,
      /** The desk's ULID of the press. */
      id: idSchema,
      by: z.string(),
      /** Empty: the business's reaction is taken back. */
      emoji: z.string(),
      /** When the server took it from the desk. */
      at: timestampSchema,
      status: z.enum(['accepted', 'handed-over', 'unknown', 'failed']),
      error: messageErrorSchema.optional(),
    }),
  }),
  z.object({ kind: z.literal('contact.changed'), data: z.object({ contact: contactSchema }) }),
  z.object({ kind: z.literal('agent.status-changed'), data: z.object({ status: agentStatusSchema }) }),
  /** What a provider told about an account, a number or a template; kept whole. */
  z.object({
    kind: z.literal('channel.notice'),
    data: z.object({ channel: nameSchema.nullable(), field: z.string(), value: z.unknown() }),
  }),
]);
export type EventBody = z.infer<typeof eventBodySchema>;
export type EventKind = EventBody['kind'];

/** Whose history an event belongs to, e.g. `interaction:01J…`, `contact:01J…`, `agent:kaa`, `channel:jungle`. */
export const streamSchema = z.string().regex(/^(interaction|contact|agent|channel):.+$/);

const envelopeShape = {
  /** Global position in the log; grows, without promise of no holes for one desk. */
  cursor: z.int().positive(),
  stream: streamSchema,
  /** Position within the stream, from 1 without holes: a desk finds gaps by it. */
  seq: z.int().positive(),
  /** When the server recorded it. */
  at: timestampSchema,
};

/** An event as it stands in the log and travels to desks. */
export const logEventSchema = z.intersection(z.object(envelopeShape), eventBodySchema);
export type LogEvent = z.infer<typeof logEventSchema>;

/** An event whose kind this program may not know: desks log and skip those (API-1, forward compatibility). */
export const anyEventSchema = z.looseObject({ ...envelopeShape, kind: z.string(), data: z.unknown() });
export type AnyEvent = z.infer<typeof anyEventSchema>;

/** The id part of a stream of the given type, or undefined for another type. */
export function streamId(stream: string, type: 'interaction' | 'contact' | 'agent' | 'channel'): string | undefined {
  return stream.startsWith(`${type}:`) ? stream.slice(type.length + 1) : undefined;
}
