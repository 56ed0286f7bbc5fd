import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import { offerEnd } from '#shared/rules/offer-end.ts';

export interface OfferTimeoutsParts {
  readonly clock: Clock;
  /** Server time, ms. */
  readonly serverNow: () => number;
  /** Option `toast.timeout` for the interaction, s. */
  readonly timeout: (interactionId: string) => number;
  /** The agent has let the offer pass. */
  readonly onMissed: (offerId: string) => void;
}

/**
 * Lets an offer go when the preview's time is over before the server's deadline (`toast.timeout`, UI-2). The deadline
 * itself is the server's to watch.
 */
export class OfferTimeouts {
  readonly #parts: OfferTimeoutsParts;
  readonly #waiting = new Map<string, { readonly offerId: string; readonly timer: Disposable }>();

  constructor(parts: OfferTimeoutsParts) {
    this.#parts = parts;
  }

  apply(update: DeskUpdate): void {
    for (const change of update.changes) {
      if (change.type === 'interaction') this.#follow(change.interaction.interaction);
      else if (change.type === 'interaction-removed') this.#forget(change.interactionId);
    }
  }

  stop(): void {
    for (const id of [...this.#waiting.keys()]) this.#forget(id);
  }

  #follow({ id, offer }: Interaction): void {
    if (this.#waiting.get(id)?.offerId === offer?.id) return;
    this.#forget(id);
    if (!offer) return;
    const end = offerEnd(offer, this.#parts.timeout(id));
    if (end >= offer.deadline) return;
    const timer = this.#parts.clock.after(Math.max(0, end - this.#parts.serverNow()), () => {
      this.#forget(id);
      this.#parts.onMissed(offer.id);
    });
    this.#waiting.set(id, { offerId: offer.id, timer });
  }

  #forget(interactionId: string): void {
    this.#waiting.get(interactionId)?.timer.dispose();
    this.#waiting.delete(interactionId);
  }
}
