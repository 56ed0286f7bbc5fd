import { z } from 'zod';
import { consentSchema } from './consent.ts';
import { type Message, timestampSchema } from './message.ts';

const optOut = consentSchema.shape.optOut.unwrap().shape;
const of = <C extends string>(code: C) => ({ type: z.literal('system-note'), code: z.literal(code) });

/**
 * What the server itself notes in a transcript: a message of kind `system` whose `interactive` this is, so that a desk
 * says it in the agent's language. Its text is the same in English.
 */
export const systemNoteSchema = z.discriminatedUnion('code', [
  /** SRV-4: the window closed before the customer was answered. */
  z.object({ ...of('window-closed'), closedAt: timestampSchema }),
  /** SRV-4: the business began and has had no answer since. */
  z.object({ ...of('no-answer'), since: timestampSchema }),
  /** WA-9. */
  z.object({ ...of('opted-out'), scope: optOut.scope, source: optOut.source }),
  /** WA-9: they may be written to again, or their consent was recorded. */
  z.object({ ...of('opted-in'), source: optOut.source }),
]);
export type SystemNote = z.infer<typeof systemNoteSchema>;

/** The note that a message is; undefined for any other message. */
export function systemNoteOf({ direction, interactive }: Pick<Message, 'direction' | 'interactive'>) {
  if (direction !== 'system' || interactive?.type !== 'system-note') return undefined;
  const note = systemNoteSchema.safeParse(interactive);
  return note.success ? note.data : undefined;
}
