import SqliteDatabase, { type Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Schema } from './schema.ts';
import { migrate } from './sqlite/migrate.ts';
import type { Tables } from './storage.ts';
import { tablesOf } from './tables/index.ts';

let db: Database;
let kysely: Kysely<Schema>;
let tables: Tables;
let asked: { sql: string; parameters: readonly unknown[] }[] = [];

beforeAll(() => {
  db = new SqliteDatabase(':memory:');
  migrate(db, ':memory:');
  kysely = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: db }),
    log: ({ query: { sql, parameters } }) => {
      asked.push({ sql, parameters });
    },
  });
  tables = tablesOf(kysely);
});
afterAll(() => kysely.destroy());

/** The plan of everything `work` asks for, line by line. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  asked = [];
  await work();
  return asked.flatMap(({ sql, parameters }) => {
    const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
    return rows.map((row) => row.detail);
  });
}

/** What is asked with every message, tick or page: it must not read a table, nor sort. */
const hot: readonly [name: string, ask: (t: Tables) => Promise<unknown>][] = [
  ['open interaction of a contact', (t) => t.interactions.open('jungle', 'c1', '')],
  ['latest interaction of a contact', (t) => t.interactions.latest('jungle', 'c1', '')],
  ['interactions of an agent', (t) => t.interactions.visibleTo('kaa')],
  ['interaction of an offer', (t) => t.interactions.byOffer('o1')],
  ['head of a queue', (t) => t.interactions.waiting('support', 10)],
  ['queues in use', (t) => t.interactions.queuesInUse()],
  ['overdue offers', (t) => t.interactions.overdueOffers(1)],
  ['earliest deadline', (t) => t.interactions.earliestDeadline()],
  ['who sees a contact', (t) => t.interactions.agentsOfContact('c1')],
  ['closed windows', (t) => t.interactions.windowClosed(1, 10)],
  ['windows that closed unanswered', (t) => t.interactions.silent('unanswered_until', 1, 10)],
  ['silent customers', (t) => t.interactions.silent('silent_since', 1, 10)],
  ['silent customers of whom was told', (t) => t.interactions.silent('silence_told_at', 1, 10)],
  ['first of those that miss an answer', (t) => t.interactions.earliestSilences()],
  ['window of a contact that closes last', (t) => t.interactions.latestWindow('jungle', 'c1')],
  ['end of the next window', (t) => t.interactions.earliestWindowEnd()],
  [
    'finished sessions of a contact',
    (t) => t.interactions.list({ stages: ['done'], contactId: 'c1', before: { createdAt: 9, id: 'i1' }, limit: 50 }),
  ],
  [
    'finished sessions of a contact on a channel',
    (t) =>
      t.interactions.list({
        ...{ stages: ['done'], contactId: 'c1', channel: 'jungle' },
        ...{ before: { createdAt: 9, id: 'i1' }, limit: 50 },
      }),
  ],
  ['workbins of an agent', (t) => t.interactions.inWorkbinsOf('kaa')],
  ['who has workbins', (t) => t.interactions.workbinOwners()],
  ['reaction by provider id', (t) => t.outbound.byProviderId('wamid.1')],
  ['newest interactions', (t) => t.interactions.list({ limit: 50 })],
  ['message by provider id', (t) => t.messages.byProviderId('wamid.1')],
  ['page of a transcript', (t) => t.messages.page('i1', 100, 50)],
  ['end of a stream', (t) => t.events.lastSeq('interaction:i1')],
  ['end of the log', (t) => t.events.lastCursor()],
  ['events of a stream', (t) => t.events.ofStream('interaction:i1', 4, 50)],
  ['events of an agent', (t) => t.events.forAgent('kaa', 4, 50)],
  ['contact by identity', (t) => t.contacts.find('wa-id', ['1', '2'])],
  ['first to send in a conversation', (t) => t.outbound.first('c')],
  ['conversations with something to send', (t) => t.outbound.unsettled()],
  ['message to send by id', (t) => t.outbound.get('m1')],
  ['option reports', (t) => t.optionReports.page('kaa', 50)],
  ['template by name', (t) => t.templates.named('jungle', { name: 'order_shipped', language: 'en' })],
  ['template by id', (t) => t.templates.get('jungle', '1')],
  ['id of an uploaded file', (t) => t.mediaIds.get({ channel: 'jungle', number: '', file: 'f' })],
  ['ids of files that have expired', (t) => t.mediaIds.forgetBefore(1)],
  ['early reports', (t) => t.received.takeEarly('wamid.1', 'm1')],
];

describe('hot questions are answered by an index', () => {
  it.each(hot)('%s', async (_name, ask) => {
    const plans = await plansOf(() => ask(tables));
    expect(plans.length).toBeGreaterThan(0);
    for (const line of plans) {
      // A constant row is no table: several questions in one are asked of it.
      expect(line).not.toMatch(/^SCAN (?!CONSTANT ROW$|.*USING (COVERING )?INDEX)/);
      expect(line).not.toContain('TEMP B-TREE FOR ORDER BY');
    }
  });

  it('would notice one that is not', async () => {
    const plans = await plansOf(() => tables.interactions.list({ dispositions: ['Active'], from: 0, limit: 1 }));
    const slow = await plansOf(() => kysely.selectFrom('messages').select('id').where('status', '=', 'x').execute());
    expect(plans.join()).toContain('interactions_by_age');
    expect(slow.join()).toMatch(/^SCAN messages$/);
  });
});
