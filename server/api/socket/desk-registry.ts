import type { AgentStatus } from '#shared/domain/agent.ts';
import type { Engine } from '../../engine/engine.ts';
import { type Bye, byes } from './byes.ts';

/** One connected desk, as far as the others are concerned. */
export interface Desk {
  /** The login it came with. */
  readonly sessionId: string;
  end(bye: Bye): void;
}

export interface DeskRegistryOptions {
  readonly engine: Pick<Engine, 'deskConnected' | 'deskDisconnected'>;
  readonly endSession: (sessionId: string) => Promise<void>;
}

/**
 * Which desk each agent is at: one at a time, the newest (API-1). Comings and goings of one agent reach the engine in
 * their order, so that a desk that comes back at once is not taken for one that is gone.
 */
export class DeskRegistry {
  readonly #options: DeskRegistryOptions;
  readonly #desks = new Map<string, Desk>();
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(options: DeskRegistryOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#desks.size;
  }

  /** The agent is at this desk now; an older one is told and its login ends, unless it is the same login's. */
  enter(agent: string, desk: Desk): Promise<AgentStatus> {
    return this.#inTurn(agent, async () => {
      const older = this.#desks.get(agent);
      this.#desks.set(agent, desk);
      older?.end(byes.superseded);
      if (older && older.sessionId !== desk.sessionId) await this.#options.endSession(older.sessionId);
      return this.#options.engine.deskConnected(agent);
    });
  }

  /** The desk's connection is gone. */
  leave(agent: string, desk: Desk): Promise<void> {
    return this.#inTurn(agent, async () => {
      if (this.#desks.get(agent) !== desk) return;
      this.#desks.delete(agent);
      await this.#options.engine.deskDisconnected(agent);
    });
  }

  /** When all comings and goings so far have reached the engine. */
  async settled(): Promise<void> {
    await Promise.all(this.#last.values());
  }

  #inTurn<T>(agent: string, work: () => Promise<T>): Promise<T> {
    const result = (this.#last.get(agent) ?? Promise.resolve()).then(work);
    const done = result
      .catch(() => undefined)
      .then(() => {
        if (this.#last.get(agent) === done) this.#last.delete(agent);
      });
    this.#last.set(agent, done);
    return result;
  }
}
