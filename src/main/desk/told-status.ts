import type { AgentStatus } from '#shared/domain/agent.ts';

/** The agent's status as the server told it: by itself, or by events, which may have been overtaken. */
export class ToldStatus {
  readonly #onChange: () => void;
  #current: AgentStatus | null = null;
  #count = 0;
  #seq = 0;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get current(): AgentStatus | null {
    return this.#current;
  }

  /** Grows with each status told: an answer to what was asked before that is dropped. */
  get count(): number {
    return this.#count;
  }

  /** A status that stands for itself: what events said before does not count any more. */
  set(status: AgentStatus): void {
    this.#seq = 0;
    this.#put(status);
  }

  /** A status by its event; one that was overtaken is dropped. */
  apply(seq: number, status: AgentStatus): void {
    if (seq <= this.#seq) return;
    this.#seq = seq;
    this.#put(status);
  }

  clear(): void {
    this.#current = null;
    this.#seq = 0;
    this.#onChange();
  }

  #put(status: AgentStatus): void {
    this.#count += 1;
    this.#current = status;
    this.#onChange();
  }
}
