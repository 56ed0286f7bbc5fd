import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CacheDatabase } from './cache-database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { emptyBatch, type OperationName, type OperationParams, type OperationResult } from './operations.ts';
import { sampleContact, sampleInteraction, sampleMessage, sampleOutboxRow } from './samples.ts';
import { usedBytes } from './trim.ts';

const NO_LIMIT = 2 ** 40;

let folder: string;
let file: string;
let cache: CacheDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-trim-'));
  file = join(folder, 'desk.sqlite');
  cache = new CacheDatabase();
  call('open', { file });
});

afterEach(() => {
  cache.run('close', {});
  rmSync(folder, { recursive: true });
});

function call<O extends OperationName>(operation: O, params: OperationParams<O>): OperationResult<O> {
  const result = cache.run(operation, params);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

interface Written {
  readonly id: string;
  readonly endedAt: number;
  readonly contactId?: string;
  readonly live?: boolean;
  readonly messages?: number;
  readonly text?: string;
}

let written = 0;

/** A session that was heard of last at `endedAt`, with as many messages. */
function write({ id, endedAt, contactId = `of-${id}`, live = false, messages = 1, text = 'parcel' }: Written): void {
  const interaction = sampleInteraction(id, { contactId, createdAt: 1, doneAt: live ? null : endedAt });
  const all = Array.from({ length: messages }, () => {
    written += 1;
    return sampleMessage(written, { interactionId: id, text });
  });
  call('apply', {
    ...emptyBatch(),
    interactions: [{ interaction, live, stale: false, hasOlder: false }],
    contacts: [sampleContact(contactId)],
    messages: all,
    seen: [{ interactionId: id, seenOrder: 1, unread: 0 }],
  });
}

/** All steps there are to do; answers with how many messages each dropped. */
function trim(limits: Partial<OperationParams<'trim'>>): number[] {
  const steps: number[] = [];
  for (let more = true; more; ) {
    const step = call('trim', { endedBefore: 0, maxBytes: NO_LIMIT, keepContacts: [], ...limits });
    steps.push(step.messages);
    more = step.more;
  }
  return steps;
}

/** Looks into the file beside the cache. */
function inFile<T>(read: (database: Database.Database) => T): T {
  const database = new Database(file, { readonly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

const column = (sql: string) => inFile((database) => database.prepare(sql).pluck().all());
const sessions = () => column('SELECT id FROM interactions ORDER BY ended_at, id');

const sessionArb = fc.record({
  endedAt: fc.integer({ min: 1, max: 60 }),
  contactId: fc.constantFrom('akela', 'baloo', 'chil', 'darzee'),
  live: fc.boolean(),
  begun: fc.constantFrom('nothing', 'nothing', 'draft', 'note', 'unfinished', 'outbox'),
  messages: fc.integer({ min: 0, max: 4 }),
});

describe('a session that ended before the limit', () => {
  it('leaves with all that is its own; everything else stays', () => {
    fc.assert(
      fc.property(fc.array(sessionArb, { maxLength: 8 }), fc.integer({ min: 0, max: 60 }), (made, endedBefore) => {
        call('reset', { meta: {}, reason: 'next run' });
        const all = made.map((session, n) => ({ ...session, id: `s${n}` }));
        for (const session of all) {
          write(session);
          const begun = [{ interactionId: session.id, text: 'begun' }];
          if (session.begun === 'draft') call('apply', { ...emptyBatch(), drafts: begun });
          if (session.begun === 'note') call('apply', { ...emptyBatch(), notes: begun });
          const unfinished = [{ place: session.id, value: '{}' }];
          if (session.begun === 'unfinished') call('apply', { ...emptyBatch(), unfinished });
          const row = sampleOutboxRow(`out-${written}-${session.id}`, { interactionId: session.id });
          const none = { replaces: null, retryOf: null, clearDraft: false };
          if (session.begun === 'outbox') call('outbox.add', { row, ...none });
        }
        trim({ endedBefore, keepContacts: ['darzee'] });
        const stay = all.filter(
          ({ live, begun, endedAt, contactId }) =>
            live || begun !== 'nothing' || endedAt >= endedBefore || contactId === 'darzee',
        );
        const ids = stay.map(({ id }) => id).sort();
        expect(column('SELECT id FROM interactions ORDER BY id')).toEqual(ids);
        expect(column('SELECT interaction_id FROM seen ORDER BY interaction_id')).toEqual(ids);
        expect(column('SELECT DISTINCT contact_id FROM interactions ORDER BY 1')).toEqual(
          column('SELECT id FROM contacts ORDER BY id'),
        );
        const messages = stay.reduce((sum, session) => sum + session.messages, 0);
        expect(column('SELECT count(*) FROM messages')).toEqual([messages]);
        expect(column(`SELECT count(*) FROM messages_text WHERE messages_text MATCH 'parcel'`)).toEqual([messages]);
      }),
      { numRuns: 60 },
    );
  });

  it('is not known by its end alone: one whose end was not told counts from its last message', () => {
    const lastMessage = { id: 'm', direction: 'in', kind: 'text', text: 'x', at: 50 } as const;
    const interaction = sampleInteraction('elsewhere', { createdAt: 1, lastMessage });
    call('apply', {
      ...emptyBatch(),
      interactions: [{ interaction, live: false, stale: false, hasOlder: false }],
    });
    trim({ endedBefore: 50 });
    expect(sessions()).toEqual(['elsewhere']);
    trim({ endedBefore: 51 });
    expect(sessions()).toEqual([]);
  });

  it('leaves in small steps, its oldest messages first, and is whole for the reader after each', () => {
    write({ id: 'long', endedAt: 5, messages: 250 });
    const first = call('trim', { endedBefore: 10, maxBytes: NO_LIMIT, keepContacts: [] });
    expect(first).toEqual({ messages: 100, more: true });
    const page = call('messages.page', { interactionId: 'long', before: null, limit: 1000 });
    expect(page.messages.map(({ arrivalOrder }) => arrivalOrder)).toEqual(
      Array.from({ length: 150 }, (_, n) => written - 149 + n),
    );
    // The server is asked for what is missing before them.
    expect(page.hasOlder).toBe(true);
    expect(trim({ endedBefore: 10 }).slice(0, 2)).toEqual([100, 50]);
    const gone = call('messages.page', { interactionId: 'long', before: null, limit: 1000 });
    expect(gone).toEqual({ messages: [], hasOlder: true });
  });

  it('takes what was sent again with it', () => {
    write({ id: 'old', endedAt: 5 });
    const none = { replaces: null, clearDraft: false };
    call('outbox.add', { row: sampleOutboxRow('again'), retryOf: `msg-${written}`, ...none });
    call('outbox.add', { row: sampleOutboxRow('again-2'), retryOf: 'msg-of-another', ...none });
    trim({ endedBefore: 10 });
    expect(call('load', {}).retries).toEqual({ 'msg-of-another': 'again-2' });
  });

  it('is found by the index, whatever else is in the file', () => {
    const plan = inFile((database) =>
      database
        .prepare(
          'EXPLAIN QUERY PLAN SELECT id FROM interactions WHERE live = 0 AND ended_at < ? ORDER BY ended_at, id LIMIT 1',
        )
        .all(1),
    ) as { detail: string }[];
    const details = plan.map(({ detail }) => detail).join();
    expect(details).toContain('interactions_ended');
    expect(details).not.toContain('TEMP B-TREE');
  });
});

const SENTENCE = Array.from({ length: 10 }, (_, n) => `word${n}`).join(' ');

function fill(count: number): void {
  for (let n = 1; n <= count; n += 1)
    write({ id: `s${String(n).padStart(3, '0')}`, endedAt: n, messages: 40, text: SENTENCE });
}

describe('a file over the size', () => {
  it('loses the sessions that ended first, is then within it, and ends earlier on the disk', () => {
    fill(100);
    write({ id: 'live', endedAt: 0, live: true });
    const before = inFile(usedBytes);
    const maxBytes = Math.floor(before / 2);
    trim({ maxBytes });
    const left = sessions();
    expect(left[0]).toBe('live');
    expect(left.at(-1)).toBe('s100');
    const oldest = Number(String(left[1]).slice(1));
    expect(left.slice(1)).toEqual(
      Array.from({ length: 101 - oldest }, (_, n) => `s${String(oldest + n).padStart(3, '0')}`),
    );
    expect(inFile(usedBytes)).toBeLessThanOrEqual(maxBytes);
    // Not much beyond what was asked for: the search index is made smaller only afterwards.
    expect(inFile(usedBytes)).toBeGreaterThan(maxBytes * 0.7);
    expect(statSync(file).size).toBeLessThan(before * 0.75);
    expect(column('PRAGMA integrity_check')).toEqual(['ok']);
  });

  it('keeps all that must stay, even if that is too much', () => {
    fill(3);
    const keepContacts = ['of-s001', 'of-s002', 'of-s003'];
    expect(trim({ maxBytes: 1, keepContacts })).toEqual([0]);
    expect(sessions()).toHaveLength(3);
  });

  it('leaves one within the size alone', () => {
    fill(3);
    expect(trim({ maxBytes: inFile(usedBytes) })).toEqual([0]);
    expect(sessions()).toHaveLength(3);
  });
});

describe('a file of an earlier Replydesk', () => {
  /** As it was before files gave space back: the schema of then, and sessions of `endedAt` 1 and up. */
  function writeOld(count: number): void {
    call('close', {});
    rmSync(file);
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    migrate(
      database,
      migrations.filter(({ number }) => number < 40),
    );
    const interaction = database.prepare(
      'INSERT INTO interactions (id, contact_id, live, stale, has_older, created_at, body) VALUES (?, ?, 0, 0, 0, 1, ?)',
    );
    const message = database.prepare(
      'INSERT INTO messages (id, interaction_id, arrival_order, text, body) VALUES (?, ?, ?, ?, ?)',
    );
    database.transaction(() => {
      for (let n = 1; n <= count; n += 1) {
        const body = sampleInteraction(`s${n}`, { contactId: 'akela', createdAt: 1, doneAt: n });
        interaction.run(body.id, 'akela', JSON.stringify(body));
        for (let m = 1; m <= 40; m += 1)
          message.run(`${n}-${m}`, body.id, m, SENTENCE, JSON.stringify({ filler: 'x'.repeat(600) }));
      }
    })();
    database.close();
  }

  it('knows when its sessions ended, and gives its space back all the same', () => {
    writeOld(100);
    call('open', { file });
    const before = inFile(usedBytes);
    trim({ endedBefore: 91 });
    expect(sessions()).toEqual(Array.from({ length: 10 }, (_, n) => `s${91 + n}`));
    expect(statSync(file).size).toBeLessThan(before / 2);
    expect(inFile((database) => database.pragma('auto_vacuum', { simple: true }))).toBe(2);
    trim({ endedBefore: 101 });
    expect(sessions()).toEqual([]);
  });
});

it('a damaged interaction takes its messages with it, so that nothing stays that nobody can reach', () => {
  write({ id: 'damaged', endedAt: 5, live: true, messages: 3 });
  call('close', {});
  const database = new Database(file);
  database.exec(`UPDATE interactions SET body = '{}'`);
  database.close();
  call('open', { file });
  expect(call('load', {}).damaged).toBe(true);
  expect(column('SELECT count(*) FROM messages')).toEqual([0]);
});
