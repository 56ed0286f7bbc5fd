import type { Disposable } from '#shared/disposable.ts';
import type { Context } from '../context.ts';
import type { PhoneMessage } from '../phones/types.ts';
import { Timers } from '../timers.ts';
import { perform } from './perform.ts';
import type { Scenario, ScenarioCustomer } from './schema.ts';

interface Playing {
  readonly timers: Timers;
  readonly arrivals: Disposable;
}

/** Plays scenarios: steps by the clock, and customers who answer what the business writes. Several at a time. */
export class ScenarioPlayer {
  readonly #context: Context;
  readonly #playing = new Map<string, Playing>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Starts a scenario, from its beginning when it is already playing. `speed` 2 is twice as fast. */
  start(scenario: Scenario, speed = 1): void {
    this.stop(scenario.name);
    const timers = new Timers(this.#context.clock);
    for (const { at, customer, ...action } of scenario.steps) {
      const person = customer === undefined ? undefined : scenario.customers[customer];
      timers.after((at * 1000) / speed, () => perform(this.#context, person, action));
    }
    const answering = Object.values(scenario.customers).map(
      (person) => new Answering(this.#context, person, timers, speed),
    );
    const arrivals = this.#context.phones.onArrival((message) => {
      for (const one of answering) one.hear(message);
    });
    this.#playing.set(scenario.name, { timers, arrivals });
    this.#context.log.info({ scenario: scenario.name, speed }, 'scenario started');
  }

  /** Ends a scenario; false when it was not playing. */
  stop(name: string): boolean {
    const playing = this.#playing.get(name);
    playing?.timers.stop();
    playing?.arrivals.dispose();
    return this.#playing.delete(name);
  }

  playing(): readonly string[] {
    return [...this.#playing.keys()];
  }

  stopAll(): void {
    for (const name of this.playing()) this.stop(name);
  }
}

/** One customer who reads and answers by rules. */
class Answering {
  readonly #context: Context;
  readonly #person: ScenarioCustomer;
  readonly #timers: Timers;
  readonly #speed: number;
  readonly #left: number[];

  constructor(context: Context, person: ScenarioCustomer, timers: Timers, speed: number) {
    this.#context = context;
    this.#person = person;
    this.#timers = timers;
    this.#speed = speed;
    this.#left = person.replies.map(({ times }) => times);
  }

  hear(message: PhoneMessage): void {
    const { waId, userId, readAfter, replies } = this.#person;
    const customer = this.#context.phones.find(waId ?? userId ?? '');
    if (!customer || message.customerKey !== customer.key || message.kind === 'reaction') return;
    if (readAfter !== undefined) this.#after(readAfter, { read: true });
    const index = replies.findIndex((reply, place) => (this.#left[place] ?? 0) > 0 && fits(reply, message));
    const reply = replies[index];
    if (!reply) return;
    this.#left[index] = (this.#left[index] ?? 1) - 1;
    let delay = reply.after;
    // Whoever answers has read the message.
    this.#after(Math.min(readAfter ?? delay, delay), { read: true });
    for (const { after, ...action } of reply.say) {
      delay += after;
      this.#after(delay, action);
    }
  }

  #after(seconds: number, action: Parameters<typeof perform>[2]): void {
    this.#timers.after((seconds * 1000) / this.#speed, () => perform(this.#context, this.#person, action));
  }
}

function fits(reply: ScenarioCustomer['replies'][number], message: PhoneMessage): boolean {
  if (reply.kind !== undefined && reply.kind !== message.kind) return false;
  return reply.when === undefined || new RegExp(reply.when, 'iu').test(message.text);
}
