import { z } from 'zod';
import { idSchema, messageSchema } from '../domain/message.ts';
import { outboundContentSchema } from '../domain/outbound.ts';
import { outboundSessionMethods } from '../protocol/outbound-session.ts';

const nothing = z.object({});

/**
 * The host's commands (PLG-5): every action of an agent is one of these, run through its chain of named steps.
 * Parameters and answer of each; the palette, shortcuts and plug-ins are built on this list.
 */
export const commands = {
  'agent.set-state': {
    params: z.object({ state: z.enum(['ready', 'not-ready', 'after-work']), reason: z.string().max(200).optional() }),
    result: nothing,
  },
  /** `automatic`: accepted for the agent by an option; what they have in front stays there. */
  'interaction.accept': {
    params: z.object({ interactionId: idSchema, offerId: idSchema, automatic: z.boolean().optional() }),
    result: nothing,
  },
  'interaction.reject': { params: z.object({ interactionId: idSchema, offerId: idSchema }), result: nothing },
  /**
   * Ends with the message as it stands in the outbox, status `queued`; what follows comes as updates. `quotedMessageId`:
   * our id of what the content quotes, for its text until the server has the message.
   */
  'interaction.send': {
    params: z.object({
      interactionId: idSchema,
      content: outboundContentSchema,
      quotedMessageId: idSchema.optional(),
    }),
    result: messageSchema,
  },
  /** Sends the content of a failed or unknown message again, as a new message at the end. */
  'interaction.retry': { params: z.object({ interactionId: idSchema, messageId: idSchema }), result: messageSchema },
  'interaction.done': {
    params: z.object({
      interactionId: idSchema,
      dispositionCode: z.string().max(200).nullable(),
      note: z.string().max(10_000).nullable(),
    }),
    result: nothing,
  },
  /**
   * Begins a session with its first message and shows it (WA-9). The same again while the answer is out, or after it was
   * lost, is the same press: the customer gets the message once. Refused with `offline`, and as the server's is.
   */
  'session.start': {
    params: outboundSessionMethods['session.start'].params.omit({ id: true }),
    result: z.object({ interactionId: idSchema }),
  },
  /** Gives the interaction a window of its own, or brings that window to the front (UI-1). Refused with `not-yours`. */
  'interaction.pop-out': { params: z.object({ interactionId: idSchema }), result: nothing },
  /** Brings the interaction's own window to the front; nothing happens when it has none (any more). */
  'interaction.raise': { params: z.object({ interactionId: idSchema }), result: nothing },
  /** Closes that window and shows the interaction in the main window. */
  'interaction.put-back': { params: z.object({ interactionId: idSchema }), result: nothing },
  /** Hides what all windows show until the agent's password was given (UI-12). */
  'application.lock': { params: nothing, result: nothing },
  'application.log-out': { params: nothing, result: nothing },
  /** Closes the program and starts it anew, for options that take effect then (OPT-3). */
  'application.restart': { params: nothing, result: nothing },
} as const;

export type CommandName = keyof typeof commands;
export type CommandParams<C extends CommandName> = z.infer<(typeof commands)[C]['params']>;
export type CommandResult<C extends CommandName> = z.infer<(typeof commands)[C]['result']>;

/** True for a name in the list above. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
