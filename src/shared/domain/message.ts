import { z } from 'zod';
import { fileSourceSchema } from './file-source.ts';

/** Milliseconds since the Unix epoch. */
export const timestampSchema = z.int().nonnegative();

/** Names of agents, channels, queues: what stands after the dash in `[agent-<name>]` and its like. */
export const nameSchema = z.string().min(1).max(200);

/** Ids made by the server (ULID) or by a desk for its own sends (SRV-2). */
export const idSchema = z.string().min(1).max(128);

/** What a message is; `unsupported` keeps what could not be understood (SRV-2, API-2). */
export const messageKindSchema = z.enum([
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
  'interactive',
  'button-reply',
  'list-reply',
  'flow-reply',
  'template',
  'order',
  'system',
  'unsupported',
]);
export type MessageKind = z.infer<typeof messageKindSchema>;

export const messageDirectionSchema = z.enum(['in', 'out', 'system']);
export type MessageDirection = z.infer<typeof messageDirectionSchema>;

/**
 * Where a message stands (SRV-2). `received` is for what came in; the others are the life of an outbound one:
 * `queued` on the desk's disk, `accepted` on the server's disk, `handed-over` when the provider gave an id.
 */
export const messageStatusSchema = z.enum([
  'received',
  'queued',
  'accepted',
  'handed-over',
  'delivered',
  'read',
  'failed',
  'unknown',
]);
export type MessageStatus = z.infer<typeof messageStatusSchema>;

/** Why the provider did not take or deliver a message (section 17 of the Cloud API facts). */
export const messageErrorSchema = z.object({
  /** The provider's number as text, or one of our own codes. */
  code: z.string(),
  title: z.string(),
  details: z.string().optional(),
});
export type MessageError = z.infer<typeof messageErrorSchema>;

export const senderSchema = z.object({
  type: z.enum(['contact', 'agent', 'business', 'system']),
  /** Agent name or contact id; absent for the system. */
  id: z.string().optional(),
  name: z.string(),
});
export type Sender = z.infer<typeof senderSchema>;

/** The message that is answered; `messageId` and `text` only when it is known here. */
export const quotedSchema = z.object({
  providerId: z.string(),
  messageId: z.string().optional(),
  text: z.string().optional(),
});

export const attachmentSchema = z.object({
  /** The provider's media id; absent when it gave none. */
  mediaId: z.string().optional(),
  mimeType: z.string().optional(),
  fileName: z.string().optional(),
  /** Bytes. */
  size: z.number().optional(),
  sha256: z.string().optional(),
  caption: z.string().optional(),
  /** Of a file sent from here: where it was taken from, to send it again. */
  source: fileSourceSchema.optional(),
  voice: z.boolean().optional(),
  animated: z.boolean().optional(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const locationSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().optional(),
  address: z.string().optional(),
  url: z.string().optional(),
});
export type Location = z.infer<typeof locationSchema>;

export const reactionSchema = z.object({
  by: z.string(),
  direction: z.enum(['in', 'out']),
  emoji: z.string(),
  at: timestampSchema,
  /** The desk's id of the press that sent it; absent for what came from elsewhere. */
  id: idSchema.optional(),
});
export type Reaction = z.infer<typeof reactionSchema>;

/** A reaction of an agent that the provider has not taken (yet): no tick without its event (SRV-2). */
export const reactionSendSchema = z.object({
  /** The desk's ULID of this press. */
  id: idSchema,
  by: z.string(),
  /** Empty: the business's reaction is taken back. */
  emoji: z.string(),
  at: timestampSchema,
  status: z.enum(['queued', 'accepted', 'unknown', 'failed']),
  error: messageErrorSchema.nullable(),
});
export type ReactionSend = z.infer<typeof reactionSendSchema>;

export const revisionSchema = z.object({ text: z.string(), replacedAt: timestampSchema });

/**
 * One message of a conversation, as desks, cache and REST know it (API-2). Raw provider data is not part of it;
 * the server keeps that apart for administrators.
 */
export const messageSchema = z.object({
  id: idSchema,
  interactionId: idSchema,
  channel: nameSchema,
  direction: messageDirectionSchema,
  kind: messageKindSchema,
  /** Plain text as sent, caption, or a readable line for kinds without text of their own. */
  text: z.string(),
  providerId: z.string().nullable(),
  /** When the sender sent it, by the provider's word; null when unknown. Window rules use this (SRV-2). */
  originTime: timestampSchema.nullable(),
  /** When it reached the server (inbound) or was pressed Send (outbound). */
  arrivalTime: timestampSchema,
  /** Order of arrival within the interaction: the sequence of the event that brought it; 0 while only on a desk. */
  arrivalOrder: z.int().nonnegative(),
  status: messageStatusSchema,
  error: messageErrorSchema.nullable(),
  sender: senderSchema,
  quoted: quotedSchema.nullable(),
  attachment: attachmentSchema.nullable(),
  location: locationSchema.nullable(),
  /** Contact cards as the provider described them. */
  contacts: z.array(z.record(z.string(), z.unknown())).nullable(),
  /** Kind-specific structure: buttons and lists, replies, orders, templates, adverts, unsupported types. */
  interactive: z.record(z.string(), z.unknown()).nullable(),
  reactions: z.array(reactionSchema),
  /** The business's newest reaction while it is on its way, or with the reason why it did not get there. */
  reactionSend: reactionSendSchema.optional(),
  /** Earlier texts of an edited message, oldest first. */
  revisions: z.array(revisionSchema),
  /** When the sender deleted it; the text stays stored. */
  revokedAt: timestampSchema.nullable(),
  forwarded: z.boolean().optional(),
});
export type Message = z.infer<typeof messageSchema>;
