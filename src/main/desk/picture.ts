import type { Disposable } from '#shared/disposable.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Unfinished } from '#shared/ipc/unfinished.ts';
import type { ConnectionView, DeskUpdate, DeskView, InteractionView, PluginView } from '#shared/ipc/view.ts';
import type { ConnectionState } from '../connection/connection.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { type ChangeSource, Changes, type OptionsInForce } from './changes.ts';
import type { DeskOptions, ServerTarget } from './desk-options.ts';
import type { DeskStore } from './desk-store.ts';
import type { KeptValue } from './kept-value.ts';
import type { Library } from './library.ts';
import type { Notices } from './notices.ts';
import type { ServerTime } from './server-time.ts';
import type { SessionState } from './session-state.ts';

/** The parts of the desk that are shown; read when they are, so that they may be made after the picture. */
export interface PictureParts {
  readonly options: Pick<DeskOptions, 'program' | 'place'>;
  readonly server: ServerTarget | null;
  readonly session: SessionState;
  readonly time: ServerTime;
  readonly store: DeskStore;
  readonly outbox: Outbox;
  readonly arrangement: KeptValue<DeskView['arrangement']>;
  readonly responseHabits: KeptValue<DeskView['responseHabits']>;
  readonly library: Library;
  readonly notices: Notices;
}

/** What pages show of the desk: the whole of it, and an update for each change. */
export class Picture implements ChangeSource {
  readonly changes: Changes;
  readonly #parts: PictureParts;
  readonly #listeners = new Set<(update: DeskUpdate) => void>();
  #connection: ConnectionState = { state: 'signed-out', retryAt: null, error: null };
  #plugins: PluginView[] = [];
  #poppedOut: string[] = [];
  #options: OptionsInForce = { options: {}, revision: 0 };

  constructor(parts: PictureParts) {
    this.#parts = parts;
    this.changes = new Changes(this, (update) => {
      for (const listener of this.#listeners) listener(update);
    });
  }

  /** The whole picture at this moment. Updates with a higher version follow it. */
  view(): DeskView {
    this.changes.flush();
    return {
      version: this.changes.version,
      session: this.session(),
      connection: this.connection(),
      interactions: this.#parts.store.interactionViews(),
      unfinished: this.#parts.store.unfinished.all(),
      arrangement: this.arrangement(),
      library: this.library(),
      responseHabits: this.responseHabits(),
      poppedOut: this.poppedOut(),
      plugins: this.plugins(),
      options: this.#options.options,
      optionsRevision: this.#options.revision,
      notices: this.notices(),
      program: this.#parts.options.program,
    };
  }

  /** Calls `listener` with each update. */
  onUpdate(listener: (update: DeskUpdate) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  setConnection(state: ConnectionState): void {
    this.#connection = state;
    this.changes.part('connection');
  }

  setPlugins(plugins: readonly PluginView[]): void {
    this.#plugins = [...plugins];
    this.changes.part('plugins');
  }

  setPoppedOut(interactionIds: readonly string[]): void {
    this.#poppedOut = [...interactionIds];
    this.changes.part('popped-out');
  }

  /** Options of the desk; each interaction has its own, which may have changed with them. */
  setOptions(options: OptionsInForce): void {
    this.#options = options;
    this.changes.part('options');
    for (const id of this.#parts.store.liveIds) this.changes.interaction(id);
  }

  session(): DeskView['session'] {
    const { options, session, store, time } = this.#parts;
    const place = session.current.place ?? options.place?.offered ?? '';
    return { ...session.current, place, status: store.status.current, clockOffset: time.shownOffset };
  }

  connection(): ConnectionView {
    const { outbox, server } = this.#parts;
    return { ...this.#connection, queuedSends: outbox.queuedCount, serverUrl: server?.url ?? '' };
  }

  interaction(id: string): InteractionView | undefined {
    return this.#parts.store.interactionView(id);
  }

  unfinished(place: string): Unfinished | null {
    return this.#parts.store.unfinished.of(place);
  }

  message(message: Message): Message {
    return this.#parts.outbox.shown(message);
  }

  plugins(): PluginView[] {
    return this.#plugins;
  }

  options(): OptionsInForce {
    return this.#options;
  }

  notices(): DeskView['notices'] {
    return [...this.#parts.notices.list];
  }

  arrangement(): DeskView['arrangement'] {
    return this.#parts.arrangement.current;
  }

  responseHabits(): DeskView['responseHabits'] {
    return this.#parts.responseHabits.current;
  }

  library(): DeskView['library'] {
    return this.#parts.library.view;
  }

  poppedOut(): string[] {
    return this.#poppedOut;
  }
}
