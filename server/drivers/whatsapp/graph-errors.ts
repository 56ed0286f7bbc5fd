import { z } from 'zod';
import type { MessageError } from '#shared/domain/message.ts';
import type { SendOutcome } from '../driver.ts';

const graphErrorSchema = z.object({
  error: z.object({
    code: z.union([z.number(), z.string()]).transform(String),
    message: z.string().optional().catch(undefined),
    error_user_title: z.string().optional().catch(undefined),
    error_user_msg: z.string().optional().catch(undefined),
    error_data: z
      .object({ details: z.string().optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
});

/** What follows from an error that says, or shows, that nothing was taken. */
type ErrorOutcome = Extract<SendOutcome, { readonly outcome: 'refused' | 'later' }>;

/** Answers that mean "not now" (section 17): how often to try again, and when. */
interface Retry {
  /** Tries before it is given up; absent for as long as the window is open. */
  readonly times?: number;
  /** Milliseconds before try number `attempts + 1`. */
  readonly delay: (attempts: number) => number;
}

const MINUTE = 60_000;

const backOff: Retry = { delay: (attempts) => Math.min(1000 * 2 ** attempts, 5 * MINUTE) };

const RETRIES: Readonly<Record<string, Retry>> = {
  '1': { ...backOff, times: 1 },
  '2': backOff,
  '4': backOff,
  '80007': backOff,
  '130429': backOff,
  '131000': { ...backOff, times: 3 },
  '131016': backOff,
  // Meta's own advice for too many messages to one person.
  '131056': { delay: (attempts) => Math.min(1000 * 4 ** attempts, 60 * MINUTE) },
  '131057': { delay: () => MINUTE },
  '133004': backOff,
};

/** The Graph error in an answer's body; undefined when there is none, so that the answer is not Graph's word. */
export function readGraphError(body: unknown): MessageError | undefined {
  const parsed = graphErrorSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { code, message, error_data, error_user_title, error_user_msg } = parsed.data.error;
  const title = error_user_title ?? message?.replace(/^\(#\d+\)\s*/, '') ?? 'The provider gave no reason';
  const details = error_data?.details || error_user_msg;
  return { code, title, ...(details ? { details } : {}) };
}

/** A Graph error says that the message was not taken: put off where that helps, refused otherwise. */
export function outcomeOfError(error: MessageError, attempts: number): ErrorOutcome {
  const retry = RETRIES[error.code];
  if (!retry || attempts >= (retry.times ?? Number.POSITIVE_INFINITY)) return { outcome: 'refused', error };
  return { outcome: 'later', error, delay: retry.delay(attempts) };
}

/** Nothing was sent: the provider could not be reached. */
export function unreachable(reason: string, attempts: number): ErrorOutcome {
  const error = { code: 'provider-unreachable', title: 'The provider cannot be reached', details: reason };
  return { outcome: 'later', error, delay: backOff.delay(attempts) };
}
