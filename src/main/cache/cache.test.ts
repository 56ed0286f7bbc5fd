import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { type Cache, WorkerCache } from './cache.ts';
import { LocalCache } from './local-cache.ts';
import { migrate, schemaOf } from './migrate.ts';
import { migrations, SCHEMA } from './migrations/index.ts';
import { cacheFile, openCache } from './open-cache.ts';
import { type Batch, emptyBatch } from './operations.ts';
import { cacheRefusal } from './refusals.ts';
import { sampleContact, sampleInteraction, sampleMessage, sampleOutboxRow } from './samples.ts';

let folder: string;
let cache: Cache;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-cache-'));
  file = join(folder, 'desk.sqlite');
  cache = new LocalCache();
});

afterEach(async () => {
  await cache.close();
  rmSync(folder, { recursive: true });
});

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function write(batch: Partial<Batch>): Promise<void> {
  unwrap(await cache.call('apply', { ...emptyBatch(), ...batch }));
}

async function reopen() {
  await cache.call('close', {});
  unwrap(await cache.call('open', { file }));
  return unwrap(await cache.call('load', {}));
}

const live = { interaction: sampleInteraction(), live: true, stale: false, hasOlder: false };

async function withMessages(...orders: number[]): Promise<void> {
  await cache.call('open', { file });
  await write({ interactions: [live], contacts: [sampleContact()], messages: orders.map((n) => sampleMessage(n)) });
}

/** Changes the closed file as a fault would. */
async function tamper(sql: string): Promise<void> {
  await cache.call('close', {});
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

describe('cache', () => {
  it('gives back after a restart what one batch wrote', async () => {
    await withMessages(3, 4);
    await write({ seen: [{ interactionId: 'ixn-1', seenOrder: 3, unread: 1 }], meta: { serverId: 's' }, cursor: 44 });
    await write({ drafts: [{ interactionId: 'ixn-1', text: 'half a sen' }] });
    await write({
      notes: [
        { interactionId: 'ixn-1', text: 'a note' },
        { interactionId: 'ixn-2', text: 'b' },
      ],
    });
    await write({ notes: [{ interactionId: 'ixn-2', text: '' }] });
    const begun = ['a', 'b', 'c'].map((place) => ({ place, value: `{"of":"${place}"}` }));
    await write({ unfinished: begun });
    await write({
      unfinished: [
        { place: 'a', value: '{"newer":1}' },
        { place: 'b', value: '' },
      ],
    });
    const loaded = await reopen();
    expect(loaded).toMatchObject({ cursor: 44, meta: { serverId: 's' }, damaged: false, outbox: [] });
    expect(loaded.drafts).toEqual({ 'ixn-1': 'half a sen' });
    expect(loaded.notes).toEqual({ 'ixn-1': 'a note' });
    expect(loaded.unfinished).toEqual([
      { place: 'c', value: '{"of":"c"}' },
      { place: 'a', value: '{"newer":1}' },
    ]);
    expect(loaded.interactions).toEqual([
      {
        interaction: live.interaction,
        contact: sampleContact(),
        stale: false,
        hasOlder: false,
        seenOrder: 3,
        unread: 1,
      },
    ]);
    const page = unwrap(await cache.call('messages.page', { interactionId: 'ixn-1', before: null, limit: 10 }));
    expect(page).toEqual({ messages: [sampleMessage(3), sampleMessage(4)], hasOlder: false });
  });

  it('gives back the newest own messages, back to one that did not fail', async () => {
    await withMessages(1, 6);
    const out = (order: number, status: Message['status']) => sampleMessage(order, { direction: 'out', status });
    await write({ messages: [out(2, 'failed'), out(3, 'read'), out(4, 'failed'), out(5, 'unknown')] });
    expect((await reopen()).own.map(({ id }) => id)).toEqual(['msg-5', 'msg-4', 'msg-3']);
  });

  it('writes all of a batch or nothing of it', async () => {
    await withMessages(1);
    const broken = { ...sampleMessage(2), text: undefined } as never;
    await expect(
      cache.call('apply', { ...emptyBatch(), messages: [sampleMessage(3), broken], cursor: 9 }),
    ).rejects.toThrow();
    expect((await reopen()).cursor).toBe(0);
    expect(unwrap(await cache.call('messages.get', { ids: ['msg-3'] }))).toEqual([]);
  });

  it('pages by arrival and says when older ones exist here or at the server', async () => {
    await withMessages(1, 2, 3, 4, 5);
    const page = async (before: number | null) =>
      unwrap(await cache.call('messages.page', { interactionId: 'ixn-1', before, limit: 2 }));
    expect((await page(null)).messages.map((m) => m.arrivalOrder)).toEqual([4, 5]);
    expect((await page(4)).hasOlder).toBe(true);
    expect(await page(2)).toMatchObject({ messages: [{ arrivalOrder: 1 }], hasOlder: false });
    await write({ interactions: [{ ...live, hasOlder: true }] });
    expect((await page(2)).hasOlder).toBe(true);
  });

  it('takes interactions off the list when they are no longer live, or with a whole new picture', async () => {
    await withMessages(1);
    await write({ interactions: [{ ...live, interaction: sampleInteraction('ixn-2') }], replaceAll: true });
    expect((await reopen()).interactions.map((i) => i.interaction.id)).toEqual(['ixn-2']);
  });
});

describe('outbox rows', () => {
  it('come back in the order pressed, failed ones with their reason', async () => {
    await cache.call('open', { file });
    const add = (row = sampleOutboxRow('a')) =>
      cache.call('outbox.add', { row, replaces: null, retryOf: null, clearDraft: false });
    await add(sampleOutboxRow('z'));
    await add(sampleOutboxRow('a'));
    await cache.call('outbox.fail', { id: 'z', error: { code: 'window-closed', title: 'Closed' } });
    const { outbox } = await reopen();
    expect(outbox.map((row) => [row.id, row.state, row.error?.code])).toEqual([
      ['z', 'failed', 'window-closed'],
      ['a', 'queued', undefined],
    ]);
  });

  it('replace the failed one and clear the draft in one step', async () => {
    await cache.call('open', { file });
    await write({ drafts: [{ interactionId: 'ixn-1', text: 'reply b' }] });
    await cache.call('outbox.add', { row: sampleOutboxRow('a'), replaces: null, retryOf: null, clearDraft: false });
    await cache.call('outbox.add', { row: sampleOutboxRow('b'), replaces: 'a', retryOf: 'a', clearDraft: true });
    const loaded = await reopen();
    expect(loaded.outbox.map((row) => row.id)).toEqual(['b']);
    expect(loaded.retries).toEqual({ a: 'b' });
    expect(loaded.drafts).toEqual({});
  });

  it('are put aside, not sent, when anything in them was changed', async () => {
    await cache.call('open', { file });
    await cache.call('outbox.add', { row: sampleOutboxRow('a'), replaces: null, retryOf: null, clearDraft: false });
    await cache.call('outbox.add', { row: sampleOutboxRow('b'), replaces: null, retryOf: null, clearDraft: false });
    await tamper(`UPDATE outbox SET content = replace(content, 'reply', 'repay') WHERE id = 'a'`);
    const loaded = await reopen();
    expect(loaded.outbox.map((row) => row.id)).toEqual(['b']);
    expect(loaded.outboxSetAside).toBe(1);
    expect((await reopen()).outboxSetAside).toBe(0);
    await cache.call('close', {});
    const database = new Database(file);
    expect(String(database.prepare('SELECT raw FROM outbox_aside').pluck().get())).toContain('repay a');
    database.close();
  });

  it('go with the server they were meant for', async () => {
    await withMessages(1);
    await write({ unfinished: [{ place: 'ixn-1', value: '{}' }] });
    await cache.call('outbox.add', { row: sampleOutboxRow('a'), replaces: null, retryOf: null, clearDraft: false });
    const reset = unwrap(await cache.call('reset', { meta: { serverId: 'other' }, reason: 'other-server' }));
    expect(reset.outboxSetAside).toBe(1);
    expect(await reopen()).toMatchObject({
      ...{ interactions: [], unfinished: [], outbox: [], meta: { serverId: 'other' }, cursor: 0 },
    });
  });
});

describe('damage', () => {
  it('in an interaction drops it and asks for the whole picture', async () => {
    await withMessages(1);
    await tamper(`UPDATE interactions SET body = '{"id":1}'`);
    expect(await reopen()).toMatchObject({ interactions: [], damaged: true });
    expect((await reopen()).damaged).toBe(false);
  });

  it('in a message ends the run there, so that the server is asked for it', async () => {
    await withMessages(1, 2, 3, 4);
    await tamper(`UPDATE messages SET body = 'x' WHERE arrival_order = 2`);
    await reopen();
    const page = async () =>
      unwrap(await cache.call('messages.page', { interactionId: 'ixn-1', before: null, limit: 10 }));
    expect(await page()).toMatchObject({ messages: [{ arrivalOrder: 3 }, { arrivalOrder: 4 }], hasOlder: true });
    expect(unwrap(await cache.call('messages.get', { ids: ['msg-1'] }))).toEqual([]);
  });

  it('of the file sets it aside and goes on with a fresh one', async () => {
    writeFileSync(file, 'not a database, but long enough to look like one'.repeat(100));
    const opened = unwrap(await openCache(cache, file, Date.UTC(2026, 0, 5)));
    expect(opened.file).toBe(file);
    expect(opened.troubles).toMatchObject([{ kind: 'damaged', refusal: { code: 'cache-corrupt' } }]);
    expect(readFileSync(opened.troubles[0]?.file ?? '', 'utf8')).toContain('not a database');
  });

  it('inside the file is found at the latest when it is read', async () => {
    await withMessages(...Array.from({ length: 200 }, (_, n) => n + 1));
    await cache.call('close', {});
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 4096));
    const opened = unwrap(await openCache(cache, file, 0));
    expect(opened.troubles.map((t) => t.kind)).toEqual(['damaged']);
  });
});

describe('files of other programs', () => {
  it('leaves one of a newer Replydesk untouched and goes on beside it', async () => {
    await withMessages(1);
    await tamper(`PRAGMA user_version = ${SCHEMA + 10}`);
    const before = readFileSync(file);
    const opened = unwrap(await openCache(cache, file, 0));
    expect(opened.troubles).toMatchObject([{ kind: 'newer', file, refusal: { code: 'cache-newer' } }]);
    expect(opened.loaded.interactions).toEqual([]);
    expect(opened.file).not.toBe(file);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('desk.sqlite-'))).toEqual([]);
  });

  it('works from memory where nothing can be written', async () => {
    writeFileSync(join(folder, 'blocked'), '');
    const blocked = unwrap(await openCache(cache, join(folder, 'blocked', 'x.sqlite'), 0));
    expect(blocked.troubles).toMatchObject([{ kind: 'memory', refusal: { code: 'cache-unusable' } }]);
    await write({ cursor: 3 });
  });

  it('names a file by server and agent, without either standing in it', () => {
    const names = new Set([cacheFile('/c', 'a', 'kaa'), cacheFile('/c', 'a', 'baloo'), cacheFile('/c', 'b', 'kaa')]);
    expect(names.size).toBe(3);
    expect([...names].join()).not.toContain('kaa');
  });
});

describe('a disk that refuses', () => {
  it('because it is full is told as such, and may be tried again', () => {
    const database = new Database(':memory:');
    migrate(database);
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 1}`);
    const insert = database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
    const fill = (): void => {
      for (let n = 0; ; n += 1) insert.run(`key ${n}`, 'x'.repeat(1000));
    };
    let refusal: Refusal | undefined;
    try {
      fill();
    } catch (error) {
      refusal = cacheRefusal(error);
    }
    expect(refusal).toMatchObject({ code: 'disk-full', retryable: true });
    database.close();
  });

  it('because another program holds the file is told as such, and may be tried again', async () => {
    await withMessages(1);
    const other = new Database(file);
    other.exec('BEGIN EXCLUSIVE');
    const refused = await cache.call('apply', { ...emptyBatch(), cursor: 1 });
    expect(refused).toMatchObject({ ok: false, error: { code: 'cache-locked', retryable: true } });
    other.exec('ROLLBACK');
    other.close();
    await write({ cursor: 1 });
  });

  it('is no excuse for a bug of ours', () => {
    expect(cacheRefusal(new TypeError('x is not a function'))).toBeUndefined();
  });
});

describe('migrations', () => {
  it('are numbered upwards in tens', () => {
    const numbers = migrations.map((m) => m.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(numbers.every((n) => n % 10 === 0)).toBe(true);
  });

  it('happen all or not at all', () => {
    const database = new Database(':memory:');
    const broken = [...migrations, { number: SCHEMA + 10, sql: 'CREATE TABLE more (id); CREATE TABLE more (id);' }];
    expect(() => migrate(database, broken)).toThrow();
    expect(schemaOf(database)).toBe(0);
    expect(migrate(database)).toBe(SCHEMA);
    database.close();
  });
});

describe('the worker', () => {
  it('does the same in a thread of its own, and refuses after close', async () => {
    const worker = new WorkerCache(new URL('./worker.ts', import.meta.url));
    unwrap(await worker.call('open', { file }));
    unwrap(await worker.call('apply', { ...emptyBatch(), messages: [sampleMessage(1)], cursor: 5 }));
    expect(unwrap(await worker.call('load', {})).cursor).toBe(5);
    await expect(worker.call('messages.page', { interactionId: '', before: -1, limit: 0 })).rejects.toThrow();
    await worker.close();
    expect(await worker.call('load', {})).toMatchObject({ ok: false, error: { code: 'cache-closed' } });
  });

  it('finds a page of one conversation by its index', async () => {
    await withMessages(1);
    await cache.call('close', {});
    const database = new Database(file);
    const sql =
      'SELECT id FROM messages WHERE interaction_id = ? AND arrival_order < ? ORDER BY arrival_order DESC LIMIT ?';
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('a', 1, 1) as { detail: string }[];
    expect(plan.map((p) => p.detail).join()).toMatch(/USING (COVERING )?INDEX messages_interaction/);
    expect(plan.map((p) => p.detail).join()).not.toContain('TEMP B-TREE');
    database.close();
  });
});
