import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Interaction } from '#shared/domain/interaction.ts';
import { TestDesk, unwrap } from '../support/test-desk.ts';
import { type Customer, TestServer } from '../support/test-server.ts';

const DAY = 24 * 3_600_000;

let server: TestServer;
let desk: TestDesk;
/** Server time, ms; the retention is counted from it, so that a test need not last for days. */
let keepFrom: number;

beforeEach(async () => {
  keepFrom = 0;
  server = await TestServer.start();
  const retentionDays = () => (desk.desk.serverNow() - keepFrom) / DAY;
  desk = await TestDesk.start({
    server: { url: server.url },
    cacheLimits: () => ({ retentionDays: keepFrom === 0 ? 36_500 : retentionDays(), maxSizeMb: 2048 }),
  });
  unwrap(await desk.logIn());
  await desk.connected();
});

afterEach(async () => {
  await desk.end();
  await server.stop();
});

/** A customer writes, and it is taken here. */
async function taken(text: string, from: Customer = {}): Promise<Interaction> {
  await server.customerWrites(text, from);
  const interaction = await desk.takeFirst();
  server.clock.advance(1_000);
  return interaction;
}

async function ended(text: string, from: Customer = {}): Promise<Interaction> {
  const interaction = await taken(text, from);
  unwrap(await desk.desk.done({ interactionId: interaction.id, dispositionCode: null, note: null }));
  await desk.until((view) => view.interactions.length === 0);
  server.clock.advance(1_000);
  return interaction;
}

async function earlier({ id, createdAt }: Interaction, from: 'cache' | 'server'): Promise<string[][]> {
  const params = { interactionId: id, before: { id, createdAt }, count: 10, allChannels: false, from };
  const { sessions } = unwrap(await desk.desk.earlierSessions(params));
  return sessions.map(({ messages }) => messages.map(({ text }) => text));
}

/** Sessions in the desk's file, in the order they began. */
function cached(): string[] {
  const folder = join(desk.kept.folder, 'cache');
  const name = readdirSync(folder).find((entry) => entry.endsWith('.sqlite'));
  const database = new Database(join(folder, name ?? ''), { readonly: true });
  const ids = database.prepare('SELECT id FROM interactions ORDER BY created_at').pluck().all();
  database.close();
  return ids.map(String);
}

/** The options are said anew; resolves when only these are in the file. */
async function retain(from: number, ...left: readonly Interaction[]): Promise<void> {
  keepFrom = from;
  desk.desk.setOptions({ options: {}, revision: 1 });
  const ids = left.map(({ id }) => id).join();
  while (cached().join() !== ids) await new Promise((resolve) => setTimeout(resolve, 20));
}

it('a session older than the retention leaves the desk, and comes back from the server when it is wanted', async () => {
  const old = await ended('where is my parcel');
  const boundary = server.clock.now();
  const recent = await ended('it has arrived');
  await retain(boundary, recent);
  const now = await taken('and now it is gone');
  expect(await earlier(now, 'cache')).toEqual([['it has arrived']]);
  expect(await earlier(now, 'server')).toEqual([['it has arrived'], ['where is my parcel']]);
  expect(await earlier(now, 'cache')).toEqual([['it has arrived'], ['where is my parcel']]);
  expect(cached()).toEqual([old.id, recent.id, now.id]);
});

it('what a contact at hand said before stays, however old it is', async () => {
  const old = await ended('where is my parcel');
  await ended('nothing to do with it', { from: '16505550000' });
  const now = await taken('it is still not here');
  await retain(server.clock.now(), old, now);
  const hits = unwrap(await desk.desk.searchTranscript({ interactionId: now.id, typed: 'parcel' }));
  expect(hits.map(({ message }) => message.text)).toEqual(['where is my parcel']);
});
