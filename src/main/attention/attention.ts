import type { DeskChange, DeskUpdate } from '#shared/ipc/view.ts';
import { type Attention, attentionFor, waitsFor } from './attention-rule.ts';

/** The task bar or dock, as far as it can be written to. */
export interface TaskBar {
  /** Begins or ends asking for attention; asked again while it lasts, it begins anew. */
  flash(on: boolean): void;
  badge(count: number): void;
}

/** Asks for the agent's attention while customers wait out of sight (UI-4). */
export class AttentionFollower {
  readonly #taskBar: TaskBar;
  readonly #inFront: () => string | null;
  readonly #pending = new Set<string>();
  #agent: string | null = null;
  #shown: Attention = { flash: false, badge: 0 };

  constructor(taskBar: TaskBar, inFront: () => string | null) {
    this.#taskBar = taskBar;
    this.#inFront = inFront;
  }

  apply(update: DeskUpdate): void {
    // Whose desk it is decides what is pending, so it comes first.
    for (const change of update.changes)
      if (change.type === 'session') this.#agent = change.session.agent?.name ?? null;
    for (const change of update.changes) this.#note(change);
    this.refresh();
  }

  /** Another window or interaction has come to the front. */
  refresh(): void {
    const next = attentionFor(this.#pending, this.#inFront());
    const { flash, badge } = this.#shown;
    this.#shown = next;
    if (next.badge !== badge) this.#taskBar.badge(next.badge);
    // One more that waits is a new reason to flash: the system may have ended the last one by itself.
    if (next.flash !== flash || next.badge > badge) this.#taskBar.flash(next.flash);
  }

  /** The agent went to another program, or from one window to another: systems stop flashing at a focus. */
  left(): void {
    this.refresh();
    if (this.#shown.flash) this.#taskBar.flash(true);
  }

  #note(change: DeskChange): void {
    if (change.type === 'interaction-removed') this.#pending.delete(change.interactionId);
    else if (change.type === 'session' && this.#agent === null) this.#pending.clear();
    else if (change.type === 'interaction') {
      const { interaction } = change.interaction;
      if (waitsFor(this.#agent, interaction)) this.#pending.add(interaction.id);
      else this.#pending.delete(interaction.id);
    }
  }
}
