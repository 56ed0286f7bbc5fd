import type { Disposable } from '#shared/disposable.ts';
import type { LogEvent } from '#shared/domain/events.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';

/** What one commit brought, with what each agent concerned is to be told. Plain data, so that it can travel. */
export interface Commit {
  /** The log's position after the commit. */
  readonly cursor: number;
  readonly events: readonly LogEvent[];
  readonly perAgent: readonly AgentCommit[];
}

/** The part of a commit one agent may see. */
export interface AgentCommit {
  readonly agent: string;
  readonly events: readonly LogEvent[];
  readonly introduces: readonly InteractionSnapshot[];
}

/** Tells of commits, in the order of the log, to all that listen; between nodes another implementation takes over. */
export interface EventBus {
  /** Resolves when the commit is handed over; listeners of this process have been called by then. */
  publish(commit: Commit): Promise<void>;
  subscribe(listener: (commit: Commit) => void): Disposable;
}
