import type { OutboundRequest, SendOutcome, UploadFile, UploadOutcome } from '#server/drivers/driver.ts';
import { ScriptedSender } from '#server/engine/testing.ts';
import type { ManualClock } from '#shared/clock.ts';
import type { OutboundKind } from '#shared/domain/outbound.ts';
import type { Chance } from '../random.ts';

/** One request that left for the provider. */
export interface Departure {
  readonly messageId: string;
  readonly kind: OutboundKind;
  /** The customer's number. */
  readonly to: string;
  /** Server time, ms. */
  readonly at: number;
  /** When the window closes, by what the server had been told of the customer until then. */
  readonly closesAt: number;
  /** Undefined while it is not answered. */
  outcome?: SendOutcome['outcome'];
}

const MINUTE = 60_000;
const down = { code: 'provider-unreachable', title: 'down' };
const accepted = (messageId: string): SendOutcome => ({ outcome: 'accepted', providerId: `wamid.out.${messageId}` });

/** A provider in bad weather: takes, refuses, puts off, loses its answer, or answers only when it is let. */
export class Provider extends ScriptedSender {
  readonly departures: Departure[] = [];
  isCalm = false;
  readonly #clock: ManualClock;
  readonly #chance: Chance;
  readonly #closesAt: (number: string) => number;
  #isSlow = false;
  #held: (() => void)[] = [];

  constructor(clock: ManualClock, chance: Chance, closesAt: (number: string) => number) {
    super();
    this.#clock = clock;
    this.#chance = chance;
    this.#closesAt = closesAt;
  }

  override async send({ messageId, content, recipient }: OutboundRequest): Promise<SendOutcome> {
    const to = recipient.type === 'number' ? recipient.digits : '';
    const at = this.#clock.now();
    const departure: Departure = { messageId, kind: content.kind, to, at, closesAt: this.#closesAt(to) };
    this.departures.push(departure);
    await this.#untilLet();
    const outcome = this.#outcome(messageId);
    departure.outcome = outcome.outcome;
    return outcome;
  }

  override async upload(from: string | null, file: UploadFile): Promise<UploadOutcome> {
    await this.#untilLet();
    if (!this.isCalm && this.#chance.happens(0.2)) return { outcome: 'later', error: down, delay: this.#delay() };
    return super.upload(from, file);
  }

  /** Requests wait for `release`. */
  slow(): void {
    this.#isSlow = true;
  }

  /** Whatever waits is answered. */
  release(): void {
    this.#isSlow = false;
    for (const go of this.#held.splice(0)) go();
  }

  async #untilLet(): Promise<void> {
    if (this.#isSlow) await new Promise<void>((resolve) => this.#held.push(resolve));
  }

  #outcome(messageId: string): SendOutcome {
    const dice = this.isCalm ? 0 : this.#chance.next();
    if (dice < 0.7) return accepted(messageId);
    if (dice < 0.85) return { outcome: 'later', error: down, delay: this.#delay() };
    if (dice < 0.93) return { outcome: 'refused', error: { code: '131000', title: 'Something went wrong' } };
    return { outcome: 'unknown', reason: 'the answer was lost' };
  }

  #delay(): number {
    return 1000 + this.#chance.below(this.#chance.pick([10_000, 30 * MINUTE, 120 * MINUTE]));
  }
}
