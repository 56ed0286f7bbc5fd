import type { LockReason, SessionView } from '#shared/ipc/view.ts';
import { sessionViewSchema } from '#shared/ipc/view.ts';
import type { Directory } from '#shared/protocol/directory.ts';
import type { Welcome } from '#shared/protocol/frames.ts';
import type { SavedSession } from './desk-options.ts';

/** What the server says of the agent and of its configuration. */
export type Configuration = Pick<Welcome, 'agent' | 'privileges' | 'options' | 'directory'>;

/** `place`: null until somebody is signed in. */
type State = Omit<SessionView, 'status' | 'clockOffset' | 'place'> & { readonly place: string | null };

const noDirectory: Directory = {
  channels: [],
  queues: [],
  agents: [],
  dispositions: [],
  notReadyReasons: [],
  businessAttributes: {},
};

const nobody = {
  phase: 'signed-out',
  agent: null,
  privileges: null,
  directory: noDirectory,
  place: null,
  locked: null,
} as const;

/** What of a session the cache keeps, so that names are right before the server has spoken. No secrets. */
const keptSchema = sessionViewSchema.pick({ agent: true, privileges: true, directory: true, trial: true });

/** Who works at this desk, and how far the sign-in has come. */
export class SessionState {
  readonly #onChange: () => void;
  readonly #signedOut: State;
  #state: State;

  /** `trial`: the program runs in trial mode, so that the sign-in page offers the sample agents. */
  constructor(trial: boolean, onChange: () => void) {
    this.#signedOut = { ...nobody, trial };
    this.#state = this.#signedOut;
    this.#onChange = onChange;
  }

  get current(): State {
    return this.#state;
  }

  get isSignedIn(): boolean {
    return this.#state.phase === 'restoring' || this.#state.phase === 'signed-in';
  }

  signingIn(): void {
    this.#set({ ...this.#signedOut, phase: 'signing-in' });
  }

  signedOut(): void {
    this.#set(this.#signedOut);
  }

  /** Known by a kept session; `kept`: what the cache remembers of it. */
  restoring(saved: Pick<SavedSession, 'agent' | 'locked' | 'place'>, kept: string | undefined): void {
    const { agent, locked = null, place = '' } = saved;
    const remembered = keptSchema.safeParse(parse(kept)).data;
    const unknown = { ...agent, firstName: '', lastName: '', groups: [] };
    this.#set({ ...this.#signedOut, agent: unknown, ...remembered, phase: 'restoring', place, locked });
  }

  /** As `welcome` says, or as it is said again once the server's option files have changed. */
  configured({ agent, privileges, directory, options }: Configuration): void {
    const { locked, place } = this.#state;
    this.#set({ phase: 'signed-in', agent, privileges, directory, trial: options.trial, place, locked });
  }

  /** Null: unlocked. */
  setLocked(locked: LockReason | null): void {
    this.#set({ ...this.#state, locked });
  }

  /** For the cache; `restoring` takes it back. */
  kept(): string {
    return JSON.stringify(keptSchema.parse(this.#state));
  }

  #set(state: State): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    this.#onChange();
  }
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
