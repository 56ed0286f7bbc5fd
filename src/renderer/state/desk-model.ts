import { shallow } from 'zustand/shallow';
import type { Message } from '#shared/domain/message.ts';
import { type Arrangement, noArrangement } from '#shared/ipc/arrangement.ts';
import type { LibraryView } from '#shared/ipc/library.ts';
import { noHabits, type ResponseHabits } from '#shared/ipc/response-habits.ts';
import type { Unfinished } from '#shared/ipc/unfinished.ts';
import type {
  ConnectionView,
  DeskChange,
  DeskUpdate,
  DeskView,
  InteractionView,
  Notice,
  OptionsView,
  PluginView,
  SessionView,
} from '#shared/ipc/view.ts';
import type { Refusal } from '#shared/result.ts';
import { type EarlierSessions, withMessage } from './earlier-sessions.ts';
import { addMessage, type Transcript } from './transcript.ts';

/** What the pages know of the desk: a picture of main's truth at `version`, and the transcripts asked for so far. */
export interface DeskModel {
  /** False until the first picture is here. */
  readonly loaded: boolean;
  /** Why the picture could not be read; null while all is well. */
  readonly fault: Refusal | null;
  readonly version: number;
  readonly session: SessionView;
  readonly connection: ConnectionView;
  readonly interactions: ReadonlyMap<string, InteractionView>;
  /** What is begun and not sent beside drafts and notes, by place; written by `UnfinishedSync`. */
  readonly unfinished: ReadonlyMap<string, Unfinished>;
  readonly transcripts: ReadonlyMap<string, Transcript>;
  /** Sessions before those at hand, by the interaction at hand. */
  readonly earlier: ReadonlyMap<string, EarlierSessions>;
  /** How the agent arranged their list. */
  readonly arrangement: Arrangement;
  /** How often the lists of the library became others; see `library.ts`. */
  readonly library: LibraryView;
  /** How the agent works with standard responses. */
  readonly responseHabits: ResponseHabits;
  /** Interactions that have a window of their own. */
  readonly poppedOut: readonly string[];
  readonly plugins: readonly PluginView[];
  readonly options: OptionsView;
  readonly optionsRevision: number;
  readonly notices: readonly Notice[];
  /** How often a page has warned the agent of what it alone knows. */
  readonly warnings: number;
  readonly program: DeskView['program'];
}

export const emptyModel: DeskModel = {
  loaded: false,
  fault: null,
  version: 0,
  session: {
    phase: 'signed-out',
    agent: null,
    status: null,
    privileges: null,
    directory: { channels: [], queues: [], agents: [], dispositions: [], notReadyReasons: [], businessAttributes: {} },
    clockOffset: 0,
    trial: false,
    place: '',
    locked: null,
  },
  connection: { state: 'signed-out', retryAt: null, error: null, queuedSends: 0, serverUrl: '' },
  interactions: new Map(),
  unfinished: new Map(),
  transcripts: new Map(),
  earlier: new Map(),
  arrangement: noArrangement,
  library: { templates: {}, responses: 0 },
  responseHabits: noHabits,
  poppedOut: [],
  plugins: [],
  options: {},
  optionsRevision: 0,
  notices: [],
  warnings: 0,
  program: { version: '', runtime: '', platform: '' },
};

/** The model after a whole picture. Transcripts of interactions that are still there are kept. */
export function fromView(view: DeskView, previous: DeskModel): DeskModel {
  const interactions = new Map(view.interactions.map((entry) => [entry.interaction.id, entry]));
  const { version, session, connection, arrangement, library, responseHabits, poppedOut } = view;
  const { plugins, options, optionsRevision, notices, program } = view;
  return {
    loaded: true,
    fault: null,
    version,
    session,
    connection,
    interactions,
    unfinished: new Map(Object.entries(view.unfinished)),
    transcripts: keepKnown(previous.transcripts, interactions),
    earlier: keepKnown(previous.earlier, interactions),
    arrangement,
    library,
    responseHabits,
    poppedOut,
    plugins,
    options,
    optionsRevision,
    notices,
    warnings: previous.warnings,
    program,
  };
}

/** The model after `update`, whose version must be the next one. One change of the model, whatever it holds. */
export function applyUpdate(model: DeskModel, update: DeskUpdate): DeskModel {
  return { ...update.changes.reduce(applyChange, model), version: update.version };
}

function applyChange(model: DeskModel, change: DeskChange): DeskModel {
  switch (change.type) {
    case 'session':
      return { ...model, session: change.session };
    case 'connection':
      return { ...model, connection: change.connection };
    case 'interaction':
      return withInteraction(model, change.interaction);
    case 'interaction-removed':
      return removeInteraction(model, change.interactionId);
    case 'unfinished':
      return withUnfinished(model, change.place, change.unfinished);
    case 'message':
      return applyMessage(model, change.message);
    case 'arrangement':
      return { ...model, arrangement: change.arrangement };
    case 'library':
      return { ...model, library: change.library };
    case 'response-habits':
      return { ...model, responseHabits: change.responseHabits };
    case 'popped-out':
      return { ...model, poppedOut: change.interactionIds };
    case 'plugins':
      return { ...model, plugins: change.plugins };
    case 'options':
      return { ...model, options: change.options, optionsRevision: change.revision };
    case 'notices':
      return { ...model, notices: change.notices };
    case 'warned':
      return { ...model, warnings: model.warnings + 1 };
    default:
      // `transcript-reset` and `show-interaction` ask for an action and change nothing here; so does a newer kind.
      return model;
  }
}

/** The model with another picture of one interaction. */
export function withInteraction(model: DeskModel, view: InteractionView): DeskModel {
  const { id } = view.interaction;
  const known = model.interactions.get(id)?.options;
  // Mostly they are as before: kept as the same object, what is made of them is not made anew with each message.
  const options = known && shallow(known, view.options) ? known : view.options;
  return { ...model, interactions: withEntry(model.interactions, id, { ...view, options }) };
}

function applyMessage(model: DeskModel, message: Message): DeskModel {
  const { interactionId } = message;
  const transcript = model.transcripts.get(interactionId);
  return {
    ...model,
    transcripts: transcript
      ? withEntry(model.transcripts, interactionId, addMessage(transcript, message))
      : model.transcripts,
    earlier: withEarlierMessage(model.earlier, message),
  };
}

/** A message of an earlier session changes where that is shown above the one at hand. */
function withEarlierMessage(all: DeskModel['earlier'], message: Message): DeskModel['earlier'] {
  return [...all].reduce((shown, [id, earlier]) => {
    const next = withMessage(earlier, message);
    return next === earlier ? shown : withEntry(shown, id, next);
  }, all);
}

function removeInteraction(model: DeskModel, id: string): DeskModel {
  return {
    ...model,
    interactions: withoutEntry(model.interactions, id),
    transcripts: withoutEntry(model.transcripts, id),
    earlier: withoutEntry(model.earlier, id),
  };
}

/** The model with another state of one transcript. */
export function withTranscript(model: DeskModel, id: string, transcript: Transcript): DeskModel {
  return { ...model, transcripts: withEntry(model.transcripts, id, transcript) };
}

/** The model with something else begun in a place; null: nothing. */
export function withUnfinished(model: DeskModel, place: string, begun: Unfinished | null): DeskModel {
  const { unfinished } = model;
  return { ...model, unfinished: begun ? withEntry(unfinished, place, begun) : withoutEntry(unfinished, place) };
}

/** The model with other sessions before one at hand. */
export function withEarlier(model: DeskModel, id: string, earlier: EarlierSessions): DeskModel {
  return { ...model, earlier: withEntry(model.earlier, id, earlier) };
}

function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map(map).set(key, value);
}

function withoutEntry<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

function keepKnown<V>(map: ReadonlyMap<string, V>, known: ReadonlyMap<string, unknown>): ReadonlyMap<string, V> {
  return new Map([...map].filter(([id]) => known.has(id)));
}
