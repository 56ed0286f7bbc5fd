import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CacheDatabase } from './cache-database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { type Batch, emptyBatch } from './operations.ts';
import { sampleContact, sampleInteraction, sampleMessage } from './samples.ts';
import { HIT_BEGINS, HIT_ENDS, searchQuery } from './search-query.ts';

let cache: CacheDatabase;

beforeEach(() => {
  cache = new CacheDatabase();
  cache.run('open', { file: ':memory:' });
});
afterEach(() => void cache.run('close', {}));

const row = (id: string, over: Parameters<typeof sampleInteraction>[1] = {}, live = false) => ({
  interaction: sampleInteraction(id, over),
  live,
  stale: false,
  hasOlder: false,
});

function write(batch: Partial<Batch>): void {
  const written = cache.run('apply', { ...emptyBatch(), ...batch });
  if (!written.ok) throw new Error(written.error.code);
}

let numbers = 0;
function said(interactionId: string, text: string) {
  numbers += 1;
  return sampleMessage(numbers, { id: `m${numbers}`, providerId: `wamid.m${numbers}`, interactionId, text });
}

function found(typed: string, contactId = 'contact-1'): string[] {
  const result = cache.run('messages.search', { contactId, typed, limit: 50 });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.map(({ excerpt }) => excerpt.replaceAll(HIT_BEGINS, '[').replaceAll(HIT_ENDS, ']'));
}

describe('search', () => {
  beforeEach(() => {
    write({
      contacts: [sampleContact()],
      interactions: [row('now', {}, true), row('before'), row('other', { contactId: 'contact-2' })],
      messages: [
        said('before', 'My parcel is late'),
        said('now', 'Where is the PARCEL?'),
        said('other', 'Not my parcel'),
        said('now', 'Über die Brücke, très élégant'),
        said('now', 'أين الطرد الخاص بي؟'),
      ],
    });
  });

  it('finds words of all sessions of the contact and of nobody else, newest first', () => {
    expect(found('parcel')).toEqual(['Where is the [PARCEL]?', 'My [parcel] is late']);
  });

  it.each([
    ['the beginning of the last word', 'par', 2],
    ['all words in any order', 'late parcel', 1],
    ['only whole words before the last', 'par late', 0],
    ['letters without their marks', 'uber brucke elegant', 1],
    ['Arabic', 'الطرد', 1],
    ['what is not there', 'giraffe', 0],
    ['nothing', ' ', 0],
    ['signs of the index’s own language', '" OR text:* NEAR( -', 0],
  ])('finds %s', (_case, typed, hits) => expect(found(typed)).toHaveLength(hits));

  it('follows messages that are edited, forgotten, or change their status', () => {
    const message = said('now', 'a giraffe');
    write({ messages: [message] });
    write({ messages: [{ ...message, status: 'read' }] });
    expect(found('giraffe')).toEqual(['a [giraffe]']);
    write({ messages: [{ ...message, text: 'an okapi' }] });
    expect([found('giraffe'), found('okapi')]).toEqual([[], ['an [okapi]']]);
    write({ forgotten: [{ interactionId: 'now', below: 1_000_000 }] });
    expect(found('okapi')).toEqual([]);
  });

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => found(typed).length >= 0));
  });

  it('asks for nothing without a word', () => expect(searchQuery('… – ?')).toBeUndefined());
});

describe('earlier sessions', () => {
  beforeEach(() => {
    const sessions = [1, 2, 3, 4].map((day) => row(`day-${day}`, { createdAt: day * 1000, stage: 'done' }));
    write({
      interactions: [
        ...sessions,
        row('elsewhere', { createdAt: 2500, channel: 'desert' }),
        row('another', { createdAt: 2500, contactId: 'contact-2' }),
        row('now', { createdAt: 5000 }, true),
      ],
    });
  });

  const ask = (before: { createdAt: number; id: string }, channel: string | null, limit = 10): string[] => {
    const result = cache.run('interactions.earlier', { contactId: 'contact-1', before, channel, limit });
    return result.ok ? result.value.map(({ interaction }) => interaction.id) : [];
  };

  it('come newest first, on one channel or on all', () => {
    expect(ask({ createdAt: 5000, id: 'now' }, 'jungle')).toEqual(['day-4', 'day-3', 'day-2', 'day-1']);
    expect(ask({ createdAt: 3000, id: 'day-3' }, null)).toEqual(['elsewhere', 'day-2', 'day-1']);
    expect(ask({ createdAt: 3000, id: 'day-3' }, 'jungle', 1)).toEqual(['day-2']);
  });
});

describe('a cache of the first version', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'replydesk-search-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is searchable once opened', () => {
    const file = join(folder, 'old.sqlite');
    const old = new Database(file);
    migrate(old, migrations.slice(0, 1));
    const { text, ...body } = said('now', 'an old parcel');
    old
      .prepare('INSERT INTO messages (id, interaction_id, arrival_order, text, body) VALUES (?, ?, ?, ?, ?)')
      .run(body.id, body.interactionId, body.arrivalOrder, text, JSON.stringify(body));
    const { interaction } = row('now', { createdAt: 77 });
    old
      .prepare('INSERT INTO interactions (id, contact_id, live, stale, has_older, body) VALUES (?, ?, 0, 0, 0, ?)')
      .run(interaction.id, interaction.contactId, JSON.stringify(interaction));
    old.close();
    expect(cache.run('open', { file }).ok).toBe(true);
    expect(found('parcel')).toEqual(['an old [parcel]']);
    const sessions = cache.run('interactions.earlier', {
      contactId: 'contact-1',
      before: { createdAt: 78, id: '' },
      channel: null,
      limit: 5,
    });
    expect(sessions.ok && sessions.value.map(({ interaction: { id } }) => id)).toEqual(['now']);
  });
});
