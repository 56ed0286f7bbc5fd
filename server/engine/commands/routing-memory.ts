import type { Declined } from '../../rules/routing.ts';

/** Answers to an accept that is asked again are remembered for this many offers. */
const REMEMBERED = 1000;

/**
 * What routing remembers from one command to the next and may forget in a crash: who let which interaction go by,
 * and which offers were accepted, so that a desk that lost the answer gets it again.
 */
export class RoutingMemory {
  readonly #declined = new Map<string, Record<string, Declined>>();
  readonly #accepted = new Map<string, string>();

  declinedOf(interactionId: string): Readonly<Record<string, Declined>> {
    return this.#declined.get(interactionId) ?? {};
  }

  decline(interactionId: string, agent: string, declined: Declined): void {
    this.#declined.set(interactionId, { ...this.declinedOf(interactionId), [agent]: declined });
  }

  accept(offerId: string, interactionId: string): void {
    this.forget(interactionId);
    this.#accepted.set(offerId, interactionId);
    const [oldest] = this.#accepted.keys();
    if (this.#accepted.size > REMEMBERED && oldest !== undefined) this.#accepted.delete(oldest);
  }

  /** The interaction an offer led to, when it was accepted not long ago. */
  acceptedAs(offerId: string): string | undefined {
    return this.#accepted.get(offerId);
  }

  forget(interactionId: string): void {
    this.#declined.delete(interactionId);
  }
}
