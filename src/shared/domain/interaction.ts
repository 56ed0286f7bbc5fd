import { z } from 'zod';
import { contactSchema } from './contact.ts';
import {
  idSchema,
  messageDirectionSchema,
  messageKindSchema,
  messageSchema,
  nameSchema,
  timestampSchema,
} from './message.ts';

/** In whose hands an interaction is: a queue, an offer, an agent, a workbin, or nobody's any more (SRV-5). */
export const interactionStageSchema = z.enum(['queued', 'offered', 'assigned', 'workbin', 'done']);
export type InteractionStage = z.infer<typeof interactionStageSchema>;

/** SRV-4: disposition for reports. */
export const dispositionSchema = z.enum(['Initiated', 'Waiting', 'Active', 'Archived']);
export type Disposition = z.infer<typeof dispositionSchema>;

/** Customer service window (SRV-4). Free messages may leave from `opensAt` until `closesAt`. */
export const serviceWindowSchema = z.object({
  opensAt: timestampSchema,
  closesAt: timestampSchema,
  why: z.enum(['customer-message', 'free-entry-point']),
});
export type ServiceWindow = z.infer<typeof serviceWindowSchema>;

export const offerSchema = z.object({
  id: idSchema,
  agent: nameSchema,
  offeredAt: timestampSchema,
  deadline: timestampSchema,
  /** Why this agent: "queue support, priority 5", "longest idle 340 s" (SRV-5). */
  reasons: z.array(z.string()),
});
export type Offer = z.infer<typeof offerSchema>;

/** An answer that may still turn out not to have reached the customer, with the wait that it ended. */
export const openAnswerSchema = z.object({
  messageId: idSchema,
  pendingSince: timestampSchema.nullable(),
  unanswered: z.int().nonnegative(),
});
export type OpenAnswer = z.infer<typeof openAnswerSchema>;

/** A place where an agent has put an interaction to go on with it later (SRV-6). */
export const workbinSchema = z.object({ name: nameSchema, owner: nameSchema });
export type Workbin = z.infer<typeof workbinSchema>;

/** State of one interaction: a fold of its events (SRV-2), the same on server and desk. */
export const interactionSchema = z.object({
  id: idSchema,
  /** Sequence of the last event folded in. */
  seq: z.int().nonnegative(),
  mediaType: nameSchema,
  channel: nameSchema,
  contactId: idSchema,
  /** Who began: the customer (`in`) or the business (`out`). */
  direction: z.enum(['in', 'out']),
  stage: interactionStageSchema,
  queue: nameSchema.nullable(),
  agent: nameSchema.nullable(),
  /** Where it is in stage `workbin`; absent or null elsewhere. */
  workbin: workbinSchema.nullable().optional(),
  /** The agent who had it last, on this or the contact's previous interaction: asked first on return (SRV-4). */
  lastAgent: nameSchema.nullable(),
  offer: offerSchema.nullable(),
  createdAt: timestampSchema,
  queuedAt: timestampSchema.nullable(),
  assignedAt: timestampSchema.nullable(),
  doneAt: timestampSchema.nullable(),
  disposition: dispositionSchema,
  dispositionCode: z.string().nullable(),
  note: z.string().nullable(),
  attachedData: z.record(z.string(), z.string()),
  window: serviceWindowSchema.nullable(),
  /** Arrival of the first customer message nobody has answered; null when none waits (UI-4). */
  pendingSince: timestampSchema.nullable(),
  /** Customer messages since the last answer. */
  unanswered: z.int().nonnegative(),
  /** Answers without proof that they have arrived, oldest first; what they ended comes back when they fail. */
  answers: z.array(openAnswerSchema).optional(),
  /** When the business last sent something; absent: never. */
  sentAt: timestampSchema.optional(),
  /** When the agent was last told that an answer is missing: the window closed, or the customer is silent (SRV-4). */
  toldAt: timestampSchema.optional(),
  messageCount: z.int().nonnegative(),
  lastMessage: z
    .object({
      id: idSchema,
      direction: messageDirectionSchema,
      kind: messageKindSchema,
      text: z.string(),
      at: timestampSchema,
    })
    .nullable(),
});
export type Interaction = z.infer<typeof interactionSchema>;

/** All a desk needs to show an interaction it has not seen before, or to fill a gap. */
export const interactionSnapshotSchema = z.object({
  interaction: interactionSchema,
  contact: contactSchema,
  /** The newest messages in order of arrival; at most 200. */
  messages: z.array(messageSchema),
  /** True when older messages of this interaction exist; see `transcript.page`. */
  hasOlder: z.boolean(),
});
export type InteractionSnapshot = z.infer<typeof interactionSnapshotSchema>;
