import { type Disposable, disposable } from '#shared/disposable.ts';
import { variantsOf } from './number-variants.ts';
import type { Customer, PhoneMessage } from './types.ts';

/** What is known of a person when a message comes from or goes to them. */
export interface Person {
  readonly waId?: string | undefined;
  readonly userId?: string | undefined;
  readonly username?: string | undefined;
  readonly profileName?: string | undefined;
}

type Listener = (message: PhoneMessage) => void;

/** All customers' phones and what is on them. Records are replaced, never changed. */
export class PhoneBook {
  readonly #userIdOf: (waId: string) => string;
  readonly #customers = new Map<string, Customer>();
  readonly #keyByUserId = new Map<string, string>();
  readonly #messages = new Map<string, PhoneMessage>();
  readonly #arrivals = new Set<Listener>();

  constructor(userIdOf: (waId: string) => string) {
    this.#userIdOf = userIdOf;
  }

  /** By number in any known spelling, or by user id. */
  find(numberOrUserId: string): Customer | undefined {
    const key = this.#keyByUserId.get(numberOrUserId) ?? numberOrUserId.replace(/^\+/, '');
    for (const spelling of [key, ...variantsOf(key)]) {
      const customer = this.#customers.get(spelling);
      if (customer) return customer;
    }
    return undefined;
  }

  /** The person, made when new; what is newly said about them is kept. */
  ensure(person: Person): Customer {
    const waId = person.waId || undefined;
    const known = this.find(waId ?? person.userId ?? '');
    const key = known?.key ?? waId ?? person.userId;
    if (!key) throw new Error('a person needs a number or a user id');
    const number = known?.waId ?? waId;
    const userId = person.userId ?? known?.userId ?? (number ? this.#userIdOf(number) : undefined);
    const username = person.username ?? known?.username;
    const customer: Customer = {
      online: true,
      failures: [],
      typingUntil: 0,
      ...known,
      key,
      profileName: person.profileName ?? known?.profileName ?? (number ? `+${number}` : (username ?? key)),
      ...(number ? { waId: number } : {}),
      ...(userId ? { userId } : {}),
      ...(username ? { username } : {}),
    };
    this.#customers.set(key, customer);
    if (userId) this.#keyByUserId.set(userId, key);
    return customer;
  }

  update(key: string, change: Partial<Pick<Customer, 'online' | 'failures' | 'typingUntil'>>): void {
    const customer = this.#customers.get(key);
    if (customer) this.#customers.set(key, { ...customer, ...change });
  }

  customers(): readonly Customer[] {
    return [...this.#customers.values()];
  }

  /** Keeps a message; false when its id is known, as a repeated webhook's is. */
  add(message: PhoneMessage): boolean {
    if (this.#messages.has(message.id)) return false;
    this.#messages.set(message.id, message);
    return true;
  }

  message(id: string): PhoneMessage | undefined {
    return this.#messages.get(id);
  }

  /** Replaces parts of a message and answers the new record; undefined when it is gone after a reset. */
  change(
    id: string,
    change: Partial<Pick<PhoneMessage, 'status' | 'arrived' | 'readAt' | 'error'>>,
  ): PhoneMessage | undefined {
    const message = this.#messages.get(id);
    if (!message) return undefined;
    const changed = { ...message, ...change };
    this.#messages.set(id, changed);
    return changed;
  }

  messagesOf(customerKey: string): readonly PhoneMessage[] {
    return [...this.#messages.values()].filter((message) => message.customerKey === customerKey);
  }

  count(): { readonly in: number; readonly out: number } {
    const all = [...this.#messages.values()];
    const inbound = all.filter((message) => message.direction === 'in').length;
    return { in: inbound, out: all.length - inbound };
  }

  /** Tells of each business message that reaches a phone. */
  onArrival(listener: Listener): Disposable {
    this.#arrivals.add(listener);
    return disposable(() => this.#arrivals.delete(listener));
  }

  tellArrival(message: PhoneMessage): void {
    for (const listener of [...this.#arrivals]) listener(message);
  }

  reset(): void {
    this.#customers.clear();
    this.#keyByUserId.clear();
    this.#messages.clear();
  }
}
