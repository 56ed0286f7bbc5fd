import type { Interaction } from '#shared/domain/interaction.ts';
import type { Storage, Tables } from '../storage/storage.ts';
import type { InteractionFilter, Page, PagePosition, Queries, QueueLoad } from './queries.ts';

/** More than any queue holds; a count has to end somewhere. */
const LONGEST_QUEUE = 100_000;

/** `Queries` over the server's records. */
export class StoredQueries implements Queries {
  readonly #storage: Storage;

  constructor({ storage }: { readonly storage: Storage }) {
    this.#storage = storage;
  }

  interactions(filter: InteractionFilter): Promise<Page<Interaction>> {
    return this.#storage.read(async (tables) => {
      const { scope } = filter;
      const newest = scope.kind === 'all' ? await listAll(tables, filter) : await listOf(tables, scope.agent, filter);
      return pageOf(newest, filter.limit, (last) => ({ at: last.createdAt, id: last.id }));
    });
  }

  interaction(id: string) {
    return this.#storage.read((tables) => tables.interactions.get(id));
  }

  messages(interactionId: string, options: { readonly before?: number | undefined; readonly limit: number }) {
    return this.#storage.read(async (tables) => {
      const found = await tables.messages.page(interactionId, options.before, options.limit + 1);
      const hasOlder = found.length > options.limit;
      return { messages: hasOlder ? found.slice(1) : found, hasOlder };
    });
  }

  message(id: string) {
    return this.#storage.read((tables) => tables.messages.get(id));
  }

  rawOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    return this.#storage.read(async (tables) => {
      const raw = new Map<string, unknown>();
      for (const id of messageIds) {
        const kept = await tables.messages.raw(id);
        if (kept !== undefined) raw.set(id, kept);
      }
      return raw;
    });
  }

  interactionEvents(interactionId: string, afterSeq: number, limit: number) {
    return this.#storage.read((tables) => tables.events.ofStream(`interaction:${interactionId}`, afterSeq, limit));
  }

  contacts({ scope, text, after, limit }: Parameters<Queries['contacts']>[0]): ReturnType<Queries['contacts']> {
    return this.#storage.read(async (tables) => {
      // A page is a position in the list by name; what changes in between may be seen twice or not at all.
      const skip = after?.at ?? 0;
      const serving = scope.kind === 'agent' ? await contactsServed(tables, scope.agent) : undefined;
      const found = await tables.contacts.search(text, serving ? LONGEST_QUEUE : skip + limit + 1);
      const theirs = serving ? found.filter((contact) => serving.has(contact.id)) : found;
      return pageOf(theirs.slice(skip), limit, () => ({ at: skip + limit, id: '' }));
    });
  }

  contact(id: string) {
    return this.#storage.read((tables) => tables.contacts.get(id));
  }

  servesContact(agent: string, contactId: string): Promise<boolean> {
    return this.#storage.read(async (tables) => (await contactsServed(tables, agent)).has(contactId));
  }

  queueLoads(): Promise<readonly QueueLoad[]> {
    return this.#storage.read(async (tables) => {
      const loads: QueueLoad[] = [];
      for (const queue of await tables.interactions.queuesInUse()) {
        const rows = await tables.interactions.waiting(queue, LONGEST_QUEUE);
        loads.push({ queue, waiting: rows.length, oldestSince: rows[0]?.queuedAt ?? null });
      }
      return loads;
    });
  }
}

function listAll(tables: Tables, filter: InteractionFilter): Promise<Interaction[]> {
  const { stage, disposition, channel, contactId, after, limit } = filter;
  return tables.interactions.list({
    ...(stage === undefined ? {} : { stages: [stage] }),
    ...(disposition === undefined ? {} : { dispositions: [disposition] }),
    ...(channel === undefined ? {} : { channel }),
    ...(contactId === undefined ? {} : { contactId }),
    ...(after === undefined ? {} : { before: { createdAt: after.at, id: after.id } }),
    limit: limit + 1,
  });
}

/** An agent has a handful at a time, so what the filter wants is picked from all of them. */
async function listOf(tables: Tables, agent: string, filter: InteractionFilter): Promise<Interaction[]> {
  const { stage, disposition, channel, contactId, after } = filter;
  const visible = await tables.interactions.visibleTo(agent);
  return visible
    .filter(
      (one) =>
        (stage === undefined || one.stage === stage) &&
        (disposition === undefined || one.disposition === disposition) &&
        (channel === undefined || one.channel === channel) &&
        (contactId === undefined || one.contactId === contactId) &&
        (after === undefined || compareNewest({ at: one.createdAt, id: one.id }, after) > 0),
    )
    .sort((a, b) => compareNewest({ at: a.createdAt, id: a.id }, { at: b.createdAt, id: b.id }));
}

/** Newest first; of one millisecond the greater id first, as the database has it. */
function compareNewest(a: PagePosition, b: PagePosition): number {
  if (a.at !== b.at) return b.at - a.at;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

async function contactsServed(tables: Tables, agent: string): Promise<ReadonlySet<string>> {
  const visible = await tables.interactions.visibleTo(agent);
  return new Set(visible.map((interaction) => interaction.contactId));
}

/** Cuts a list that was asked for one item more than the page has. */
function pageOf<T>(found: readonly T[], limit: number, position: (last: T) => PagePosition): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined ? { items, next: position(last) } : { items };
}
