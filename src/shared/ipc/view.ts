import { z } from 'zod';
import { agentStatusSchema } from '../domain/agent.ts';
import { contactSchema } from '../domain/contact.ts';
import { interactionSchema } from '../domain/interaction.ts';
import { idSchema, messageSchema, timestampSchema } from '../domain/message.ts';
import { directorySchema } from '../protocol/directory.ts';
import { agentProfileSchema, refusalSchema } from '../protocol/frames.ts';
import { arrangementSchema } from './arrangement.ts';
import { libraryViewSchema } from './library.ts';
import { responseHabitsSchema } from './response-habits.ts';
import { unfinishedAtSchema, unfinishedViewSchema } from './unfinished.ts';

/** What the renderer shows. Main and its database own the truth; these are pictures of it. */

export const connectionViewSchema = z.object({
  state: z.enum(['signed-out', 'connecting', 'connected', 'reconnecting', 'offline']),
  /** When the next attempt is made (PC time, ms); null when none is planned. */
  retryAt: timestampSchema.nullable(),
  /** Why it is not connected; null while all is well. */
  error: refusalSchema.nullable(),
  /** Sends that wait on this desk's disk. */
  queuedSends: z.int().nonnegative(),
  serverUrl: z.string(),
});
export type ConnectionView = z.infer<typeof connectionViewSchema>;

/** A sentence the agent should see; `id` makes repeats of the same matter replace each other. */
export const noticeSchema = z.object({
  id: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  code: z.string(),
  message: z.string(),
  at: timestampSchema,
  /** What a button in the notice does: start the program anew, or lead to a section of the settings. */
  action: z.enum(['restart', 'option-diagnostics', 'templates']).optional(),
  /** The agent's own words that stand nowhere else, whole; with the notice they go for good. */
  words: z.string().optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Effective option values the pages read, by full name; each as text, as the files hold it. */
export const optionsViewSchema = z.record(z.string(), z.string());
export type OptionsView = z.infer<typeof optionsViewSchema>;

export const interactionViewSchema = z.object({
  interaction: interactionSchema,
  contact: contactSchema,
  /** Text in the composer, kept over restarts (UI-5). */
  draft: z.string(),
  /** The note begun for when the interaction ends, kept likewise. */
  note: z.string(),
  /** Customer messages that arrived while the interaction was not seen. */
  unread: z.int().nonnegative(),
  /** Events are missing and have been asked for: a reply is held meanwhile (API-1). */
  stale: z.boolean(),
  /** Own messages that failed and after which the agent has sent nothing, oldest first (UI-3). */
  failures: z.array(idSchema),
  hasOlder: z.boolean(),
  /** Options that have another value for this interaction than for the desk (OPT-2, OPT-3): the others are the desk's. */
  options: optionsViewSchema,
});
export type InteractionView = z.infer<typeof interactionViewSchema>;

export const pluginViewSchema = z.object({
  id: z.string(),
  displayName: z.string(),
  version: z.string(),
  state: z.enum(['discovered', 'validated', 'starting', 'running', 'stopping', 'stopped', 'failed']),
  /** Why it does not run; empty while it does. */
  reasons: z.array(z.string()),
  /** Milliseconds its start took. */
  startedIn: z.number().nullable(),
});
export type PluginView = z.infer<typeof pluginViewSchema>;

/** Why the windows hide their content: the agent said so, or nobody was there (UI-12). */
export const lockReasonSchema = z.enum(['agent', 'inactivity']);
export type LockReason = z.infer<typeof lockReasonSchema>;

export const sessionViewSchema = z.object({
  /** `restoring`: painted from the cache, not yet confirmed by the server. */
  phase: z.enum(['signed-out', 'signing-in', 'restoring', 'signed-in']),
  agent: agentProfileSchema.nullable(),
  status: agentStatusSchema.nullable(),
  privileges: z.array(z.string()).nullable(),
  directory: directorySchema,
  /** Server time minus PC time, ms: all countdowns use it (SRV-2). */
  clockOffset: z.number(),
  trial: z.boolean(),
  /** Where the agent sits (UI-12); before sign-in, what the login page begins with. Empty: nowhere in particular. */
  place: z.string(),
  /** Locked: windows show nothing but that until the agent's password was given. Null: they are not. */
  locked: lockReasonSchema.nullable(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

/** The whole picture; `version` grows by one with each update. */
export const deskViewSchema = z.object({
  version: z.int().nonnegative(),
  session: sessionViewSchema,
  connection: connectionViewSchema,
  interactions: z.array(interactionViewSchema),
  /** What is begun and not sent beside drafts and notes. */
  unfinished: unfinishedViewSchema,
  arrangement: arrangementSchema,
  library: libraryViewSchema,
  responseHabits: responseHabitsSchema,
  /** Interactions that have a window of their own (UI-1). */
  poppedOut: z.array(idSchema),
  plugins: z.array(pluginViewSchema),
  options: optionsViewSchema,
  /** Grows with each reading of the option files: what `options.list` answers may have changed. */
  optionsRevision: z.int().nonnegative(),
  notices: z.array(noticeSchema),
  /** About the program, for the start page and diagnostics. */
  program: z.object({ version: z.string(), runtime: z.string(), platform: z.string() }),
});
export type DeskView = z.infer<typeof deskViewSchema>;

/** One thing that changed. */
export const deskChangeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session'), session: sessionViewSchema }),
  z.object({ type: z.literal('connection'), connection: connectionViewSchema }),
  z.object({ type: z.literal('interaction'), interaction: interactionViewSchema }),
  z.object({ type: z.literal('interaction-removed'), interactionId: idSchema }),
  unfinishedAtSchema.extend({ type: z.literal('unfinished') }),
  z.object({ type: z.literal('message'), message: messageSchema }),
  /** Messages of this interaction changed at large: ask again if it is shown. */
  z.object({ type: z.literal('transcript-reset'), interactionId: idSchema }),
  z.object({ type: z.literal('arrangement'), arrangement: arrangementSchema }),
  z.object({ type: z.literal('library'), library: libraryViewSchema }),
  z.object({ type: z.literal('response-habits'), responseHabits: responseHabitsSchema }),
  z.object({ type: z.literal('popped-out'), interactionIds: z.array(idSchema) }),
  z.object({ type: z.literal('plugins'), plugins: z.array(pluginViewSchema) }),
  z.object({ type: z.literal('options'), options: optionsViewSchema, revision: z.int().nonnegative() }),
  z.object({ type: z.literal('notices'), notices: z.array(noticeSchema) }),
  /** A page warned the agent of what it alone knows. */
  z.object({ type: z.literal('warned') }),
  /** Main asks the window to show this interaction (accepted in the toast, notification clicked). */
  z.object({ type: z.literal('show-interaction'), interactionId: idSchema }),
]);
export type DeskChange = z.infer<typeof deskChangeSchema>;

/** The one message main pushes: everything one step changed. A page that misses a version asks for `desk.view`. */
export const deskUpdateSchema = z.object({ version: z.int().positive(), changes: z.array(deskChangeSchema) });
export type DeskUpdate = z.infer<typeof deskUpdateSchema>;
