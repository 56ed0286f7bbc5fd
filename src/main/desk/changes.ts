import { assertNever } from '#shared/assert.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Unfinished } from '#shared/ipc/unfinished.ts';
import type { DeskChange, DeskUpdate, DeskView, InteractionView } from '#shared/ipc/view.ts';

/** Where the parts of the picture are read when an update is made up. */
export interface ChangeSource {
  readonly session: () => DeskView['session'];
  readonly connection: () => DeskView['connection'];
  /** Undefined: no longer on this desk. */
  readonly interaction: (id: string) => InteractionView | undefined;
  /** Null: nothing is begun there. */
  readonly unfinished: (place: string) => Unfinished | null;
  /** A message as pages show it; left out: as it is. */
  readonly message?: (message: Message) => Message;
  readonly plugins: () => DeskView['plugins'];
  readonly options: () => OptionsInForce;
  readonly notices: () => DeskView['notices'];
  readonly arrangement: () => DeskView['arrangement'];
  readonly library: () => DeskView['library'];
  readonly responseHabits: () => DeskView['responseHabits'];
  readonly poppedOut: () => DeskView['poppedOut'];
}

/** What pages are told of the options. */
export interface OptionsInForce {
  readonly options: DeskView['options'];
  readonly revision: number;
}

type Part =
  | 'session'
  | 'connection'
  | 'plugins'
  | 'options'
  | 'notices'
  | 'arrangement'
  | 'library'
  | 'response-habits'
  | 'popped-out';

/**
 * Collects what changed and makes one update of it a tick: a thing that changed five times is in it once, as it is
 * then; a message of a transcript that is to be read anew is not in it at all. Never two messages for one change.
 */
export class Changes {
  readonly #source: ChangeSource;
  readonly #publish: (update: DeskUpdate) => void;
  readonly #schedule: (flush: () => void) => void;
  readonly #parts = new Set<Part>();
  readonly #interactions = new Set<string>();
  readonly #unfinished = new Set<string>();
  readonly #resets = new Set<string>();
  readonly #messages = new Map<string, Message>();
  #show: string | undefined;
  #warned = false;
  #version = 0;
  #isScheduled = false;

  constructor(
    source: ChangeSource,
    publish: (update: DeskUpdate) => void,
    schedule: (flush: () => void) => void = setImmediate,
  ) {
    this.#source = source;
    this.#publish = publish;
    this.#schedule = schedule;
  }

  /** Version of the last update. */
  get version(): number {
    return this.#version;
  }

  part(part: Part): void {
    this.#parts.add(part);
    this.#plan();
  }

  interaction(id: string): void {
    this.#interactions.add(id);
    this.#plan();
  }

  unfinished(place: string): void {
    this.#unfinished.add(place);
    this.#plan();
  }

  message(message: Message): void {
    this.#messages.set(message.id, message);
    this.#plan();
  }

  transcript(interactionId: string): void {
    this.#resets.add(interactionId);
    this.#plan();
  }

  show(interactionId: string): void {
    this.#show = interactionId;
    this.#plan();
  }

  /** A page warned the agent. */
  warned(): void {
    this.#warned = true;
    this.#plan();
  }

  /** Publishes what is collected; a picture taken after this has the version of the last update. */
  flush(): void {
    this.#isScheduled = false;
    const changes = this.#take();
    if (changes.length === 0) return;
    this.#version += 1;
    this.#publish({ version: this.#version, changes });
  }

  #plan(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#schedule(() => {
      if (this.#isScheduled) this.flush();
    });
  }

  #take(): DeskChange[] {
    const changes: DeskChange[] = [...this.#takeParts()];
    for (const id of this.#interactions) {
      const interaction = this.#source.interaction(id);
      changes.push(
        interaction ? { type: 'interaction', interaction } : { type: 'interaction-removed', interactionId: id },
      );
    }
    for (const place of this.#unfinished) {
      changes.push({ type: 'unfinished', place, unfinished: this.#source.unfinished(place) });
    }
    for (const interactionId of this.#resets) changes.push({ type: 'transcript-reset', interactionId });
    for (const message of this.#messages.values()) {
      if (this.#resets.has(message.interactionId)) continue;
      changes.push({ type: 'message', message: this.#source.message?.(message) ?? message });
    }
    if (this.#show !== undefined) changes.push({ type: 'show-interaction', interactionId: this.#show });
    if (this.#warned) changes.push({ type: 'warned' });
    this.#interactions.clear();
    this.#unfinished.clear();
    this.#resets.clear();
    this.#messages.clear();
    this.#show = undefined;
    this.#warned = false;
    return changes;
  }

  #takeParts(): DeskChange[] {
    const changed = [...this.#parts];
    this.#parts.clear();
    return changed.map((part) => this.#changeOf(part));
  }

  #changeOf(part: Part): DeskChange {
    switch (part) {
      case 'session':
        return { type: 'session', session: this.#source.session() };
      case 'connection':
        return { type: 'connection', connection: this.#source.connection() };
      case 'plugins':
        return { type: 'plugins', plugins: this.#source.plugins() };
      case 'options':
        return { type: 'options', ...this.#source.options() };
      case 'notices':
        return { type: 'notices', notices: this.#source.notices() };
      case 'arrangement':
        return { type: 'arrangement', arrangement: this.#source.arrangement() };
      case 'library':
        return { type: 'library', library: this.#source.library() };
      case 'response-habits':
        return { type: 'response-habits', responseHabits: this.#source.responseHabits() };
      case 'popped-out':
        return { type: 'popped-out', interactionIds: this.#source.poppedOut() };
      default:
        return assertNever(part);
    }
  }
}
