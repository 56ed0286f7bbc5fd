import type { Database } from 'better-sqlite3';
import type { Message } from '#shared/domain/message.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { openDatabase, setAside } from './file.ts';
import { load } from './load.ts';
import { SCHEMA } from './migrations/index.ts';
import type { Batch, OperationName, OperationParams, OperationResult } from './operations.ts';
import { cacheRefusal } from './refusals.ts';
import { searchQuery } from './search-query.ts';
import { openTables, type Tables } from './tables/index.ts';
import { Trim } from './trim.ts';

type Handlers = { [O in OperationName]: (params: OperationParams<O>) => Result<OperationResult<O>> };

interface Open {
  readonly database: Database;
  readonly tables: Tables;
  readonly trim: Trim;
}

/** An operation that answers with nothing but that it is done. */
const done = (result: Result<void>): Result<Record<string, never>> => (result.ok ? ok({}) : result);

const notOpen = refuse('cache-closed', 'The local cache is not open.');

function writeBatch(tables: Tables, batch: Batch): void {
  if (batch.replaceAll) tables.interactions.noneLive();
  for (const row of batch.forgotten) tables.messages.forgetBelow(row.interactionId, row.below);
  for (const contact of batch.contacts) tables.contacts.put(contact);
  for (const row of batch.interactions) tables.interactions.put(row);
  for (const message of batch.messages) tables.messages.put(message);
  for (const row of batch.seen) tables.seen.put(row);
  for (const { interactionId, text } of batch.drafts) tables.drafts.set(interactionId, text);
  for (const { interactionId, text } of batch.notes) tables.notes.set(interactionId, text);
  for (const { place, value } of batch.unfinished) tables.unfinished.set(place, value);
  for (const id of batch.settled) tables.outbox.remove(id);
  tables.meta.set(batch.meta);
  if (batch.cursor !== null) tables.meta.setCursor(batch.cursor);
}

/** The cache itself, synchronous, in whatever thread it is made: the worker's in the program, the test's in tests. */
export class CacheDatabase {
  #open: Open | undefined;

  /** Does one operation; what the database refuses is a refusal, anything else is thrown. */
  run<O extends OperationName>(operation: O, params: OperationParams<O>): Result<OperationResult<O>> {
    try {
      return this.#handlers[operation](params);
    } catch (error) {
      const refusal = cacheRefusal(error);
      if (!refusal) throw error;
      return { ok: false, error: refusal };
    }
  }

  readonly #handlers: Handlers = {
    open: ({ file }) => {
      this.#close();
      const opened = openDatabase(file);
      if (!opened.ok) return opened;
      const database = opened.value;
      const tables = openTables(database);
      this.#open = { database, tables, trim: new Trim(database, tables) };
      return ok({ schema: SCHEMA });
    },
    'set-aside': ({ file, at }) => {
      this.#close();
      return ok({ file: setAside(file, at) });
    },
    close: () => {
      this.#close();
      return ok({});
    },
    load: () => this.#write((tables) => load(tables)),
    apply: (batch) => done(this.#write((tables) => writeBatch(tables, batch))),
    reset: ({ meta, reason }) => this.#durably((tables) => reset(tables, meta, reason)),
    'messages.get': ({ ids }) =>
      this.#write((tables) => ids.map((id) => tables.messages.get(id)).filter((m) => m !== undefined)),
    'messages.page': (params) => this.#write((tables) => page(tables, params)),
    'interactions.get': ({ id }) => this.#write((tables) => tables.interactions.get(id) ?? null),
    'interactions.earlier': (params) => this.#write((tables) => earlier(tables, params)),
    'messages.search': ({ contactId, typed, limit }) => {
      const query = searchQuery(typed);
      return this.#write((tables) => (query === undefined ? [] : tables.search.ofContact(query, contactId, limit)));
    },
    'outbox.add': (params) => done(this.#durably((tables) => addToOutbox(tables, params))),
    'outbox.fail': ({ id, error }) => done(this.#durably((tables) => tables.outbox.fail(id, error))),
    'outbox.remove': ({ id }) => done(this.#durably((tables) => tables.outbox.remove(id))),
    'outbox.give-back': (params) => done(this.#durably((tables) => giveBack(tables, params))),
    trim: (limits) => (this.#open ? ok(this.#open.trim.step(limits)) : notOpen),
  };

  /** One transaction, safe from a crash of the program; the last moments may be lost with the computer's power. */
  #write<T>(action: (tables: Tables) => T): Result<T> {
    const open = this.#open;
    if (!open) return notOpen;
    return ok(open.database.transaction(() => action(open.tables))());
  }

  /** One transaction that is on the disk itself when it returns: what an agent was told is kept must not get lost. */
  #durably<T>(action: (tables: Tables) => T): Result<T> {
    this.#open?.database.pragma('synchronous = FULL');
    try {
      return this.#write(action);
    } finally {
      this.#open?.database.pragma('synchronous = NORMAL');
    }
  }

  #close(): void {
    this.#open?.database.close();
    this.#open = undefined;
  }
}

/** What means nothing to another server; the outbox is put aside instead. */
const OF_ONE_SERVER = [
  'meta',
  'contacts',
  'interactions',
  'messages',
  'drafts',
  'notes',
  'unfinished',
  'seen',
  'retries',
] as const;

function reset(tables: Tables, meta: Record<string, string>, reason: string): OperationResult<'reset'> {
  const outboxSetAside = tables.outbox.setAllAside(reason);
  for (const name of OF_ONE_SERVER) tables[name].clear();
  tables.meta.set(meta);
  return { outboxSetAside };
}

function addToOutbox(tables: Tables, params: OperationParams<'outbox.add'>): void {
  const { row, replaces, retryOf, clearDraft } = params;
  tables.outbox.add(row);
  if (replaces !== null) tables.outbox.remove(replaces);
  if (retryOf !== null) tables.retries.put(retryOf, row.id);
  if (clearDraft) tables.drafts.set(row.interactionId, '');
}

function giveBack(tables: Tables, { ids, interactionId, draft }: OperationParams<'outbox.give-back'>): void {
  for (const id of ids) tables.outbox.remove(id);
  tables.drafts.set(interactionId, draft);
}

function earlier(
  tables: Tables,
  { contactId, before, channel, limit }: OperationParams<'interactions.earlier'>,
): OperationResult<'interactions.earlier'> {
  // Contacts have few sessions on few channels: what is on others is left out here.
  const rows = tables.interactions.earlier(contactId, before, channel === null ? limit : 1000);
  return rows
    .flatMap(({ interaction, hasOlder }) => (interaction ? [{ interaction, hasOlder }] : []))
    .filter(({ interaction }) => channel === null || interaction.channel === channel)
    .slice(0, limit);
}

function page(tables: Tables, params: OperationParams<'messages.page'>): OperationResult<'messages.page'> {
  const { interactionId, before, limit } = params;
  const newestFirst = tables.messages.page(interactionId, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const { messages, damagedAt } = newestFirst;
  if (damagedAt !== undefined) {
    // The run is broken here: from this one on, older messages come from the server again.
    tables.messages.forgetBelow(interactionId, damagedAt + 1);
    tables.interactions.markOlder(interactionId);
  }
  const cachedOlder = messages.length > limit;
  const shown: Message[] = messages.slice(0, limit).reverse();
  return { messages: shown, hasOlder: cachedOlder || tables.interactions.hasOlder(interactionId) };
}
