import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PendingEvent } from '../tables/events.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { SqliteStorage } from './sqlite-storage.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-storage-'));
  file = join(folder, 'records.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function notice(seq: number, field = 'x'): PendingEvent {
  const data = { channel: 'jungle', field, value: null };
  return { stream: 'channel:jungle', seq, at: 1, kind: 'channel.notice', data };
}

describe('the file', () => {
  it('keeps its id and what was written', async () => {
    const first = new SqliteStorage({ file });
    await first.start();
    const { serverId } = first;
    await first.transaction((tables) => tables.events.append(notice(1), []));
    await first.stop();
    const second = new SqliteStorage({ file });
    await second.start();
    expect(second.serverId).toBe(serverId);
    expect(await second.read((tables) => tables.events.lastCursor())).toBe(1);
    await second.stop();
  });

  it('writes ahead and to the disk', async () => {
    const storage = new SqliteStorage({ file });
    await storage.start();
    const other = new SqliteDatabase(file, { readonly: true });
    expect(other.pragma('journal_mode', { simple: true })).toBe('wal');
    other.close();
    await storage.stop();
  });

  it('is used by one server at a time', async () => {
    const first = new SqliteStorage({ file });
    await first.start();
    const second = new SqliteStorage({ file });
    await expect(second.start()).rejects.toMatchObject({
      code: 'database-in-use',
      message: expect.stringContaining('Stop it first'),
    });
    await first.stop();
    await second.start();
    await second.stop();
  });

  it('refuses what a newer program wrote, and leaves it as it is', async () => {
    const db = new SqliteDatabase(file);
    migrate(db, file, [...migrations, { version: 90, name: 'of the future', sql: 'CREATE TABLE future (x)' }]);
    db.close();
    await expect(new SqliteStorage({ file }).start()).rejects.toMatchObject({
      code: 'database-too-new',
      message: expect.stringMatching(/schema 90.*Install the newer version/),
    });
    const after = new SqliteDatabase(file, { readonly: true });
    expect(after.prepare("SELECT value FROM meta WHERE key = 'schema'").pluck().get()).toBe('90');
    after.close();
  });

  it('says so when it is no database', async () => {
    writeFileSync(file, 'this is a text, and a long one, but no database at all. '.repeat(50));
    await expect(new SqliteStorage({ file }).start()).rejects.toMatchObject({ code: 'database-unreadable' });
  });
});

describe('migrations', () => {
  it('are numbered in tens, ascending', () => {
    const versions = migrations.map((migration) => migration.version);
    expect(versions.every((version) => version % 10 === 0)).toBe(true);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  it('run all or not at all', () => {
    const db = new SqliteDatabase(file);
    const broken = { version: 80, name: 'broken', sql: 'CREATE TABLE half (x); CREATE TABLE nonsense (' };
    expect(() => migrate(db, file, [...migrations, broken])).toThrow();
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name IN ('half', 'events')").pluck().get()).toBe(0);
    migrate(db, file);
    const step = { version: 80, name: 'next', sql: 'CREATE TABLE next (x)' };
    migrate(db, file, [...migrations, step]);
    migrate(db, file, [...migrations, step]);
    expect(db.prepare("SELECT value FROM meta WHERE key = 'schema'").pluck().get()).toBe('80');
    db.close();
  });
});

describe('the log', () => {
  it('gives a place in a stream once, and takes nothing back', async () => {
    const storage = new SqliteStorage({ file });
    await storage.start();
    await storage.transaction((tables) => tables.events.append(notice(1), []));
    await expect(storage.transaction((tables) => tables.events.append(notice(1), []))).rejects.toThrow(/UNIQUE/);
    await storage.stop();
    const db = new SqliteDatabase(file);
    expect(() => db.exec("UPDATE events SET kind = 'x'")).toThrow('events are never changed');
    expect(() => db.exec('DELETE FROM events')).toThrow('events are never deleted');
    db.close();
  });

  it('is not touched by a transaction that fails', async () => {
    const storage = new SqliteStorage({ file: ':memory:' });
    await storage.start();
    const failing = storage.transaction(async (tables) => {
      await tables.events.append(notice(1), [{ agent: 'kaa', introduces: null }]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await storage.read((tables) => tables.events.lastCursor())).toBe(0);
    expect(await storage.read((tables) => tables.events.forAgent('kaa', 0, 10))).toEqual([]);
    await storage.stop();
  });

  it('tells each agent what is theirs, in order', async () => {
    const storage = new SqliteStorage({ file: ':memory:' });
    await storage.start();
    await storage.transaction(async (tables) => {
      await tables.events.append(notice(1, 'both'), [
        { agent: 'kaa', introduces: 'i1' },
        { agent: 'baloo', introduces: null },
      ]);
      await tables.events.append(notice(2, 'nobody'), []);
      await tables.events.append(notice(3, 'kaa'), [{ agent: 'kaa', introduces: null }]);
    });
    const seen = await storage.read((tables) => tables.events.forAgent('kaa', 0, 10));
    expect(seen.map(({ event, introduces }) => [event.cursor, event.data, introduces])).toMatchObject([
      [1, { field: 'both' }, 'i1'],
      [3, { field: 'kaa' }, null],
    ]);
    expect(await storage.read((tables) => tables.events.forAgent('baloo', 1, 10))).toEqual([]);
    await storage.stop();
  });
});
