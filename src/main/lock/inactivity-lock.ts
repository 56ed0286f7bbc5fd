import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { LockReason, SessionView } from '#shared/ipc/view.ts';
import type { Result } from '#shared/result.ts';
import { isInactive, stateWhenAway } from './inactivity.ts';

/** Often enough that a lock of one minute is no longer than that for anybody who looks. Milliseconds. */
const LOOK_EVERY = 5_000;

/** What the computer knows of the person in front of it. */
export interface Presence {
  /** Milliseconds without keyboard or mouse. */
  idle(): number;
  /** Calls `listener` when the session of the operating system is locked. */
  onSessionLock(listener: () => void): Disposable;
}

export interface InactivityLockParts {
  readonly clock: Clock;
  readonly presence: Presence;
  /** Text of an option in force for the agent. */
  readonly option: (name: string) => string;
  readonly session: () => SessionView;
  readonly lock: (reason: LockReason) => Promise<Result<unknown>>;
  readonly setState: (params: { readonly state: 'not-ready'; readonly reason?: string }) => Promise<Result<unknown>>;
  /** The server would not have the agent's new state. */
  readonly onRefused: (message: string) => void;
}

/** Locks the windows and makes the agent not ready when nobody is there any more (UI-12, `security.*`). */
export class InactivityLock {
  readonly #parts: InactivityLockParts;
  #nextLook: Disposable | undefined;
  #sessionLock: Disposable | undefined;
  #lastLook = 0;
  /** So that the state is set once for each absence, whatever the agent's state becomes meanwhile. */
  #wasInactive = false;

  constructor(parts: InactivityLockParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#lastLook = this.#parts.clock.now();
    this.#sessionLock = this.#parts.presence.onSessionLock(() => this.#sessionLocked());
    this.#lookLater();
  }

  stop(): void {
    this.#nextLook?.dispose();
    this.#sessionLock?.dispose();
  }

  #lookLater(): void {
    this.#nextLook = this.#parts.clock.after(LOOK_EVERY, () => {
      this.#look();
      this.#lookLater();
    });
  }

  #look(): void {
    const { clock, presence, option, session, lock } = this.#parts;
    const sinceLastLook = clock.now() - this.#lastLook;
    this.#lastLook = clock.now();
    const { phase } = session();
    const isHere = phase === 'signed-in' || phase === 'restoring';
    const timeout = Number(option('security.inactivity-timeout'));
    const inactive = isHere && isInactive({ idle: presence.idle(), sinceLastLook }, timeout);
    if (inactive && !this.#wasInactive) {
      void lock('inactivity');
      this.#setAway(option('security.inactivity-set-agent-not-ready'), option('security.inactivity-not-ready-reason'));
    }
    this.#wasInactive = inactive;
  }

  #sessionLocked(): void {
    this.#setAway(this.#parts.option('security.session-lock-set-agent-not-ready'), '');
  }

  #setAway(wanted: string, reason: string): void {
    const { session, setState, onRefused } = this.#parts;
    const state = stateWhenAway(session().status, { wanted: wanted.toLowerCase() === 'true', reason });
    if (!state) return;
    void setState(state).then((answer) => {
      if (!answer.ok) onRefused(answer.error.message);
    });
  }
}
