import { cloudApi } from '#plugins/whatsapp/profiles/cloud-api.ts';
import type { MessageError } from '#shared/domain/message.ts';
import { afterOne, type Debt, nextAt, type Pace } from '../rules/pacing.ts';
import type { OutboundEntry } from '../storage/tables/outbound.ts';

const { messagesPerSecond, pairSeconds, pairBurst } = cloudApi.rates;
const ofCustomer: Pace = { interval: pairSeconds * 1000, burst: pairBurst };
const ofChannel: Pace = { interval: 1000 / messagesPerSecond, burst: messagesPerSecond };

/** Until when a message waits, and why, in the provider's own code. */
export interface Wait {
  readonly until: number;
  readonly error: MessageError;
}

/**
 * Keeps below the provider's rates before it refuses (WA-7): of one customer, and of one channel. Forgotten with a
 * restart; should the provider refuse then, the message is put off.
 */
export class Pacer {
  readonly #customers = new Map<string, Debt>();
  readonly #channels = new Map<string, Debt>();

  /** Undefined: it may leave now. */
  waitFor({ conversation, channel }: OutboundEntry, now: number): Wait | undefined {
    const customer = nextAt(this.#customers.get(conversation), now, ofCustomer);
    const number = nextAt(this.#channels.get(channel), now, ofChannel);
    if (Math.max(customer, number) <= now) return undefined;
    return customer >= number
      ? { until: customer, error: { code: '131056', title: 'Many messages went to this customer in a short time' } }
      : { until: number, error: { code: '130429', title: 'Many messages leave this number at the same time' } };
  }

  left({ conversation, channel }: OutboundEntry, now: number): void {
    this.#customers.set(conversation, afterOne(this.#customers.get(conversation), now, ofCustomer));
    this.#channels.set(channel, afterOne(this.#channels.get(channel), now, ofChannel));
    this.#forgetPaid(now);
  }

  /** What is made up for counts no more. */
  #forgetPaid(now: number): void {
    if (this.#customers.size < 1000) return;
    for (const [conversation, debt] of this.#customers) if ((debt ?? 0) <= now) this.#customers.delete(conversation);
  }
}
