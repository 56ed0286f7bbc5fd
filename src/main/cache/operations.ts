import { z } from 'zod';
import { type Contact, contactSchema } from '#shared/domain/contact.ts';
import { type Interaction, interactionSchema } from '#shared/domain/interaction.ts';
import { idSchema, type Message, messageErrorSchema, messageSchema, nameSchema } from '#shared/domain/message.ts';
import { outboundContentSchema } from '#shared/domain/outbound.ts';

const nothing = z.object({});
const order = z.int().nonnegative();

/**
 * Rows in bulk were checked where they came in (the socket's schemas); checking each again in the worker would cost as
 * much as writing it. What is read back from the file is checked in full, since files change behind our back.
 */
const checked = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

const interactionRowSchema = z.object({
  interaction: checked<Interaction>(),
  /** Offered to or in the hands of this agent: on the list at start. */
  live: z.boolean(),
  stale: z.boolean(),
  /** The server has older messages than the cache. */
  hasOlder: z.boolean(),
});
export type InteractionRow = z.infer<typeof interactionRowSchema>;

export const seenSchema = z.object({ interactionId: idSchema, seenOrder: order, unread: order });
export type SeenRow = z.infer<typeof seenSchema>;

export const outboxRowSchema = z.object({
  /** The ULID of this press of Send: the server's key against doubles (SRV-2). */
  id: idSchema,
  interactionId: idSchema,
  state: z.enum(['queued', 'failed']),
  content: outboundContentSchema,
  /** As the transcript shows it. */
  message: messageSchema,
  error: messageErrorSchema.nullable(),
});
export type OutboxRow = z.infer<typeof outboxRowSchema>;

/** What the picture of the session is painted from before the server has spoken; checked by its owner. */
const metaSchema = z.record(z.string(), z.string());

const begunSchema = z.object({ interactionId: idSchema, text: z.string() });

/** `value`: JSON, checked by its owner; empty: nothing is begun there. */
const unfinishedRowSchema = z.object({ place: z.string(), value: z.string() });

/** Everything one step changed; one transaction (SRV-2: the cursor never runs ahead of its events). */
const batchSchema = z.object({
  /** A whole picture: interactions that are not in it are no longer live. */
  replaceAll: z.boolean(),
  interactions: z.array(interactionRowSchema),
  contacts: z.array(checked<Contact>()),
  /** Cached messages of the interaction below this order may be out of date and go. */
  forgotten: z.array(z.object({ interactionId: idSchema, below: order })),
  messages: z.array(checked<Message>()),
  seen: z.array(seenSchema),
  /** Empty text: the draft goes. */
  drafts: z.array(begunSchema),
  notes: z.array(begunSchema),
  unfinished: z.array(unfinishedRowSchema),
  /** Outbox rows whose message the server has. */
  settled: z.array(idSchema),
  meta: metaSchema,
  cursor: order.nullable(),
});
export type Batch = z.infer<typeof batchSchema>;

const storedInteractionSchema = z.object({
  interaction: interactionSchema,
  contact: contactSchema,
  stale: z.boolean(),
  hasOlder: z.boolean(),
  seenOrder: order,
  unread: order,
});
export type StoredInteraction = z.infer<typeof storedInteractionSchema>;

const pageSchema = z.object({ messages: z.array(messageSchema), hasOlder: z.boolean() });

/** What the cache worker does: parameters and answer of each operation. Worker and client are built from this list. */
export const operations = {
  /** Refused with `cache-newer`, `cache-corrupt`, `cache-unusable`. `:memory:` keeps nothing. */
  open: { params: z.object({ file: z.string().min(1) }), result: z.object({ schema: z.int() }) },
  /** Renames a file that cannot be read; answers with its new name. The file must not be open. */
  'set-aside': {
    params: z.object({ file: z.string().min(1), at: z.int() }),
    result: z.object({ file: z.string() }),
  },
  close: { params: nothing, result: nothing },
  /** What the desk shows first. */
  load: {
    params: nothing,
    result: z.object({
      meta: metaSchema,
      cursor: order,
      interactions: z.array(storedInteractionSchema),
      /** Of each interaction the newest own messages, back to one that did not fail. */
      own: z.array(messageSchema),
      /** Texts in composers by interaction, also of interactions that may come back. */
      drafts: z.record(z.string(), z.string()),
      /** Notes that are not saved yet, likewise. */
      notes: z.record(z.string(), z.string()),
      /** What else is begun, the place that was written in last at the end. */
      unfinished: z.array(unfinishedRowSchema),
      outbox: z.array(outboxRowSchema),
      /** Outbox rows that could not be trusted and were put aside now. */
      outboxSetAside: order,
      /** Failed messages that were sent again: their id and the new one's. */
      retries: z.record(z.string(), z.string()),
      /** Rows were damaged and dropped: the server's whole picture is needed. */
      damaged: z.boolean(),
    }),
  },
  apply: { params: batchSchema, result: nothing },
  /** Another database answers at this address: what is cached means nothing there. Outbox rows are put aside. */
  reset: { params: z.object({ meta: metaSchema, reason: z.string() }), result: z.object({ outboxSetAside: order }) },
  'messages.get': { params: z.object({ ids: z.array(idSchema) }), result: z.array(messageSchema) },
  /** The newest messages of an interaction before `before` (null: the very newest), in order of arrival. */
  'messages.page': {
    params: z.object({ interactionId: idSchema, before: z.int().positive().nullable(), limit: z.int().positive() }),
    result: pageSchema,
  },
  'interactions.get': { params: z.object({ id: idSchema }), result: interactionSchema.nullable() },
  /** Earlier sessions of a contact, newest first: begun before `before`, on `channel` unless that is null. */
  'interactions.earlier': {
    params: z.object({
      contactId: idSchema,
      before: z.object({ createdAt: order, id: z.string() }),
      channel: nameSchema.nullable(),
      limit: z.int().min(1).max(1000),
    }),
    result: z.array(z.object({ interaction: interactionSchema, hasOlder: z.boolean() })),
  },
  /** Messages of a contact in which all words stand, the last as a beginning; newest first. */
  'messages.search': {
    params: z.object({ contactId: idSchema, typed: z.string().max(500), limit: z.int().min(1).max(500) }),
    result: z.array(z.object({ id: idSchema, interactionId: idSchema, excerpt: z.string() })),
  },
  /** On disk, through to the platter, when it answers. `replaces`: the failed row this one takes the place of. */
  'outbox.add': {
    params: z.object({
      row: outboxRowSchema,
      replaces: idSchema.nullable(),
      retryOf: idSchema.nullable(),
      clearDraft: z.boolean(),
    }),
    result: nothing,
  },
  'outbox.fail': { params: z.object({ id: idSchema, error: messageErrorSchema }), result: nothing },
  'outbox.remove': { params: z.object({ id: idSchema }), result: nothing },
  /** The rows go, and the composer has `draft` instead: one or the other is always on disk. */
  'outbox.give-back': {
    params: z.object({ ids: z.array(idSchema), interactionId: idSchema, draft: z.string() }),
    result: nothing,
  },
  /**
   * One small step towards a cache without the sessions last heard of before `endedBefore` (server time, ms), that uses
   * no more than `maxBytes`. What is live, what somebody has begun to write in and what waits to be sent stays, and
   * so do all sessions of `keepContacts`. `more`: call again.
   */
  trim: {
    params: z.object({ endedBefore: z.int(), maxBytes: order, keepContacts: z.array(idSchema) }),
    result: z.object({ messages: order, more: z.boolean() }),
  },
} as const;

export type OperationName = keyof typeof operations;
export type OperationParams<O extends OperationName> = z.infer<(typeof operations)[O]['params']>;
export type OperationResult<O extends OperationName> = z.infer<(typeof operations)[O]['result']>;

/** A batch that changes nothing. */
export function emptyBatch(): Batch {
  return {
    replaceAll: false,
    interactions: [],
    contacts: [],
    forgotten: [],
    messages: [],
    seen: [],
    drafts: [],
    notes: [],
    unfinished: [],
    settled: [],
    meta: {},
    cursor: null,
  };
}
