import { z } from 'zod';
import { idSchema, messageSchema } from '../domain/message.ts';
import { refusalSchema } from '../protocol/frames.ts';
import { placeSchema, trialAgentsSchema } from '../protocol/login.ts';
import { arrangementSchema } from './arrangement.ts';
import { earlierSessions, transcriptSearch } from './history.ts';
import { libraryChannels } from './library.ts';
import { optionListSchema } from './option-list.ts';
import { outboundSessionChannels } from './outbound-session.ts';
import { responseHabitChannels } from './response-habits.ts';
import { unfinishedChannels } from './unfinished.ts';
import { deskViewSchema } from './view.ts';

const nothing = z.object({});

/**
 * What pages may ask of main, and nothing else: parameters and answer of each channel. Main's registrar checks the
 * sender and the parameters, the preload bridge offers just these names, tests walk the list (SEC-1). Every answer
 * travels as a `Result`, so a refusal keeps its code over the boundary.
 */
export const ipcChannels = {
  'desk.view': { params: nothing, result: deskViewSchema },
  /** Messages of one interaction from the cache, in transcript order, older ones filled from the server on demand. */
  'transcript.open': {
    params: z.object({ interactionId: idSchema }),
    result: z.object({ messages: z.array(messageSchema), hasOlder: z.boolean() }),
  },
  /** `before`: arrivalOrder of the oldest message shown. */
  'transcript.older': {
    params: z.object({ interactionId: idSchema, before: z.int().positive(), limit: z.int().min(1).max(200) }),
    result: z.object({ messages: z.array(messageSchema), hasOlder: z.boolean() }),
  },
  'transcript.earlier': earlierSessions,
  'transcript.search': transcriptSearch,
  ...libraryChannels,
  ...outboundSessionChannels,
  ...responseHabitChannels,
  /** The agent sees this interaction at its end: unread goes to zero. Null: none is in front. */
  'interaction.seen': { params: z.object({ interactionId: idSchema.nullable() }), result: nothing },
  /** What this window shows, whether it has the focus or not; null: no interaction. What UI-4 means by "in front". */
  'interaction.shown': { params: z.object({ interactionId: idSchema.nullable() }), result: nothing },
  /** The agent types in the composer: fire and forget, main decides how often anybody is told (WA-8). */
  'composer.typing': { params: z.object({ interactionId: idSchema }), result: nothing },
  /** The note of an interaction that is not saved yet; empty: none. */
  'note.set': { params: z.object({ interactionId: idSchema, text: z.string().max(10_000) }), result: nothing },
  'draft.set': { params: z.object({ interactionId: idSchema, text: z.string().max(100_000) }), result: nothing },
  ...unfinishedChannels,
  /** How the agent arranged their list; kept over restarts, each agent's own. */
  'list.arrange': { params: arrangementSchema, result: nothing },
  'session.log-in': {
    params: z.object({
      serverUrl: z.string().max(2048).optional(),
      agent: z.string().max(200),
      password: z.string().max(1024),
      /** Counts where agents are asked for one (`login.prompt-place`); not given: as the page begins with. */
      place: placeSchema.optional(),
    }),
    result: nothing,
  },
  /** Ends the lock (UI-12). Refused with `password-wrong`, `login-locked`, `not-verified` (no server to ask). */
  'session.unlock': { params: z.object({ password: z.string().max(1024) }), result: nothing },
  'session.trial-agents': { params: nothing, result: trialAgentsSchema },
  /** Asks for an attempt to connect now. */
  'connection.retry': { params: nothing, result: nothing },
  /** Runs a command of `commands/catalogue.ts`, whose own schema checks `params`. */
  'command.run': { params: z.object({ command: z.string().max(100), params: z.unknown() }), result: z.unknown() },
  /** The page shows a warning of its own: the page that plays sounds is told (`accessibility.warning-message-bell`). */
  'notice.warned': { params: nothing, result: nothing },
  'notice.dismiss': { params: z.object({ id: z.string().max(200) }), result: nothing },
  /** Opens in the default browser; http, https, mailto, tel only. Refused with `link-refused`. */
  'link.open': { params: z.object({ url: z.string().max(8192) }), result: nothing },
  /** Sets one of the agent's own preferences (options marked user-settable). Refused with `option-refused`. */
  'option.set': { params: z.object({ name: z.string().max(200), value: z.string().max(10_000) }), result: nothing },
  /** Takes one of the agent's own preferences back. Refused with `option-refused`. */
  'option.reset': { params: z.object({ name: z.string().max(200) }), result: nothing },
  /** All options with their values and why, and what is wrong with the files; again when `optionsRevision` has grown. */
  'options.list': { params: nothing, result: optionListSchema },
  /** An offer in words, for the operating system to show while no window of ours is to be seen (UI-4). */
  'offer.notify': { params: z.object({ title: z.string().max(200), body: z.string().max(500) }), result: nothing },
  /** A fault in a page, for the log. */
  'log.write': {
    params: z.object({
      level: z.enum(['warn', 'error']),
      message: z.string().max(4000),
      detail: z.string().max(20_000).optional(),
    }),
    result: nothing,
  },
} as const;

export type IpcChannel = keyof typeof ipcChannels;
export type IpcParams<C extends IpcChannel> = z.infer<(typeof ipcChannels)[C]['params']>;
export type IpcResultValue<C extends IpcChannel> = z.infer<(typeof ipcChannels)[C]['result']>;

/** Electron channel for requests of pages. */
export const IPC_REQUEST = 'replydesk:request';
/** Electron channel on which main pushes a `DeskUpdate`. */
export const IPC_UPDATE = 'replydesk:update';

export const ipcRequestSchema = z.object({ channel: z.string().max(100), params: z.unknown() });

export const ipcResponseSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: refusalSchema }),
]);
