import { z } from 'zod';
import { agentStatusSchema } from '../domain/agent.ts';
import { interactionSnapshotSchema } from '../domain/interaction.ts';
import { idSchema, messageSchema, nameSchema } from '../domain/message.ts';
import { outboundContentSchema } from '../domain/outbound.ts';
import { libraryMethods } from './library.ts';
import { optionReportSchema } from './option-report.ts';
import { outboundSessionMethods } from './outbound-session.ts';
import { contactSessions } from './sessions.ts';

const nothing = z.object({});

/**
 * What a desk may ask of the server (API-1): parameters and answer of each method. Server, client and tests are
 * built from this list; a method that is not here cannot be called. Refusal codes beside each.
 */
export const methods = {
  /** Refused with `reason-required`. */
  'agent.set-state': {
    params: z.object({ state: z.enum(['ready', 'not-ready', 'after-work']), reason: z.string().max(200).optional() }),
    result: agentStatusSchema,
  },
  /**
   * The desk will not come back: the agent is logged out. Open interactions go into a workbin of the agent with that
   * name, where the agent finds them at the next sign-in; without one, back to their queue (UI-12).
   */
  'agent.log-out': {
    params: z.object({ park: z.object({ workbin: nameSchema }).optional() }),
    result: nothing,
  },
  /** Refused with `offer-gone` when it timed out or was withdrawn. */
  'offer.accept': { params: z.object({ offerId: idSchema }), result: interactionSnapshotSchema },
  /** `missed`: nobody answered while the preview was shown (`toast.timeout`). */
  'offer.reject': { params: z.object({ offerId: idSchema, missed: z.boolean().optional() }), result: nothing },
  /**
   * `id` is the desk's ULID of this press of Send (SRV-2): the same id and content is answered as the first time,
   * the same id with other content is `id-conflict`. Else `not-yours`, `interaction-done`, `window-closed`,
   * `text-too-long`, `text-empty`, `quote-impossible`, `not-found`. What is quoted or
   * reacted to may be of an earlier interaction of the contact on this channel. A reaction is answered with its target as
   * it stands then; it may also be refused with `reaction-target`, `reaction-too-old`, `reaction-emoji`. Notifications, reply
   * buttons, lists and files: any code of the send gate.
   */
  'message.send': {
    params: z.object({ id: idSchema, interactionId: idSchema, content: outboundContentSchema }),
    result: messageSchema,
  },
  /**
   * The agent has read the customer's messages up to this one: the provider is told, in its own time and softly
   * (WA-8). In groups nothing is told. Refused with `not-found`, `not-yours`.
   */
  'message.mark-read': { params: z.object({ interactionId: idSchema, messageId: idSchema }), result: nothing },
  /** The agent is writing: the provider is told, seldom enough. Refused with `not-found`, `not-yours`. */
  'interaction.typing': { params: z.object({ interactionId: idSchema }), result: nothing },
  /** Refused with `not-yours`, `disposition-required`, `disposition-unknown`. Done twice is done. */
  'interaction.done': {
    params: z.object({
      interactionId: idSchema,
      dispositionCode: z.string().max(200).nullable(),
      note: z.string().max(10_000).nullable(),
    }),
    result: nothing,
  },
  /** What the desk thinks of its option files, after each reading (OPT-3). The newest report of a desk counts. */
  'options.report': { params: optionReportSchema, result: nothing },
  /** Fills a gap. Refused with `not-found` or `not-yours`. */
  'interaction.get': { params: z.object({ interactionId: idSchema }), result: interactionSnapshotSchema },
  /** Refused with `not-found` or `not-yours`. */
  'contact.sessions': contactSessions,
  ...libraryMethods,
  ...outboundSessionMethods,
  /** Older messages of one interaction, also of a finished one of a contact the agent serves, newest first page ending before `before` (an arrivalOrder). */
  'transcript.page': {
    params: z.object({ interactionId: idSchema, before: z.int().positive(), limit: z.int().min(1).max(200) }),
    result: z.object({ messages: z.array(messageSchema), hasOlder: z.boolean() }),
  },
} as const;

export type MethodName = keyof typeof methods;
export type MethodParams<M extends MethodName> = z.infer<(typeof methods)[M]['params']>;
export type MethodResult<M extends MethodName> = z.infer<(typeof methods)[M]['result']>;

/** True for a name in the list above. */
export function isMethod(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}
