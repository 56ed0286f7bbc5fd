import type { Clock } from '#shared/clock.ts';
import { statusError } from '../graph/outcome.ts';
import type { JsonObject } from '../json.ts';
import type { BusinessNumbers } from '../numbers.ts';
import type { Settings } from '../settings.ts';
import { Timers } from '../timers.ts';
import { envelope, statusValue } from '../webhooks/payloads.ts';
import type { WebhookSender } from '../webhooks/sender.ts';
import type { PhoneBook } from './phone-book.ts';
import type { PhoneMessage } from './types.ts';

export interface MessageFlowOptions {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly numbers: BusinessNumbers;
  readonly phones: PhoneBook;
  readonly webhooks: WebhookSender;
}

/** Why an accepted message will not arrive. */
export interface Failure {
  readonly code: number;
  readonly details?: string;
}

/** Takes an accepted business message through sent, delivered and read, telling the business of each step. */
export class MessageFlow {
  readonly #options: MessageFlowOptions;
  readonly #timers: Timers;
  readonly #doomed = new Map<string, Failure>();

  constructor(options: MessageFlowOptions) {
    this.#options = options;
    this.#timers = new Timers(options.clock);
  }

  /** Starts the way of a message just accepted; with `failure` it ends there. */
  start(message: PhoneMessage, failure?: Failure): void {
    if (failure) this.#doomed.set(message.id, failure);
    this.#timers.after(this.#options.settings.timings.sentDelayMs, () => this.#send(message.id));
  }

  /** The person opens the chat: what is on its way arrives, and all up to `lastId` is read. Answers how many. */
  read(customerKey: string, phoneNumberId?: string, lastId?: string): number {
    const outbound = this.#options.phones
      .messagesOf(customerKey)
      .filter((message) => message.direction === 'out' && (!phoneNumberId || message.phoneNumberId === phoneNumberId));
    const last = lastId ? outbound.findIndex((message) => message.id === lastId) : outbound.length - 1;
    let count = 0;
    for (const message of outbound.slice(0, last + 1)) if (this.#readOne(message.id)) count += 1;
    return count;
  }

  /** The phone is switched on: what waited arrives in order. */
  comeOnline(customerKey: string): void {
    this.#options.phones.update(customerKey, { online: true });
    for (const message of this.#options.phones.messagesOf(customerKey)) {
      if (message.direction === 'out' && message.status === 'sent' && !message.arrived) this.#arrive(message.id);
    }
  }

  reset(): void {
    this.#timers.clear();
    this.#doomed.clear();
  }

  stop(): void {
    this.#timers.stop();
  }

  #send(id: string): void {
    const { phones, settings } = this.#options;
    const message = phones.message(id);
    if (message?.status !== 'accepted') return;
    const failure = this.#doomed.get(id);
    if (failure) {
      this.#fail(id, failure);
      return;
    }
    phones.change(id, { status: 'sent' });
    this.#tell(id, 'sent');
    if (message.kind === 'reaction') this.#land(id);
    else this.#timers.after(settings.timings.deliveredDelayMs, () => this.#arrive(id));
  }

  #arrive(id: string): void {
    const { phones, settings } = this.#options;
    const message = phones.message(id);
    if (!message || message.arrived || message.status !== 'sent') return;
    if (phones.find(message.customerKey)?.online === false) return;
    if (!settings.behaviour.skipDelivered) {
      phones.change(id, { status: 'delivered' });
      this.#tell(id, 'delivered');
    }
    this.#land(id);
    const { readDelayMs } = settings.timings;
    if (readDelayMs !== null) this.#timers.after(readDelayMs, () => this.#readOne(id));
  }

  #land(id: string): void {
    const landed = this.#options.phones.change(id, { arrived: true });
    if (!landed) return;
    this.#options.phones.update(landed.customerKey, { typingUntil: 0 });
    this.#options.phones.tellArrival(landed);
  }

  #readOne(id: string): boolean {
    const { phones, clock } = this.#options;
    if (phones.message(id)?.status === 'accepted') this.#send(id);
    this.#arrive(id);
    const message = phones.message(id);
    if (!message?.arrived || message.kind === 'reaction' || message.status === 'read') return false;
    phones.change(id, { status: 'read', readAt: clock.now() });
    this.#tell(id, 'read', message.status === 'delivered');
    return true;
  }

  #fail(id: string, failure: Failure): void {
    this.#doomed.delete(id);
    const changed = this.#options.phones.change(id, { status: 'failed', error: failure.code });
    if (changed) this.#tell(id, 'failed', false, [statusError(failure.code, failure.details)]);
  }

  #tell(
    id: string,
    status: 'sent' | 'delivered' | 'read' | 'failed',
    priceTold = false,
    errors?: readonly JsonObject[],
  ): void {
    const { settings, numbers, phones, webhooks, clock } = this.#options;
    const message = phones.message(id);
    const number = message && numbers.find(message.phoneNumberId);
    const customer = message && phones.find(message.customerKey);
    if (!number || !customer) return;
    const at = clock.now();
    const facts = { settings, number, customer, message, status, at, priceTold, ...(errors ? { errors } : {}) };
    const body = envelope(settings.businessAccountId, 'messages', statusValue(facts));
    webhooks.send({ lane: number.id, json: JSON.stringify(body) });
  }
}
