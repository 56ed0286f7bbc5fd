import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldInteraction } from '#shared/domain/fold.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import { systemNoteOf } from '#shared/domain/system-note.ts';
import { rebuildProjections } from '../storage/rebuild.ts';
import { defaultLifecycle, type LifecycleConfig } from './config.ts';
import { knowTemplate, notification } from './sessions-testing.ts';
import { assigned, type EngineKit, sampleConfig, startEngine, type Told } from './testing.ts';

const NUMBER = '4915550000001';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let kit: EngineKit;
beforeEach(() => begin());
afterEach(() => kit.stop());

async function begin(lifecycle: Partial<LifecycleConfig> = {}): Promise<void> {
  kit = await startEngine({ config: sampleConfig({ lifecycle: { ...defaultLifecycle, ...lifecycle } }) });
  await knowTemplate(kit);
}

async function the(id: string): Promise<Interaction> {
  const found = await kit.storage.read((t) => t.interactions.get(id));
  if (!found) throw new Error(`no interaction ${id}`);
  return found;
}

async function notes(id: string) {
  const messages = await kit.storage.read((t) => t.messages.page(id, undefined, 100));
  return messages.flatMap((message) => systemNoteOf(message)?.code ?? []);
}

async function startSession(id = 's1'): Promise<string> {
  const target = { number: NUMBER };
  const begun = await kit.engine.startSession('kaa', { id, target, channel: 'jungle', content: notification() });
  if (!begun.ok) throw new Error(begun.error.message);
  await kit.engine.idle();
  return begun.value.interaction.id;
}

/** What the agent's desk makes of all it was told. */
function onDesk(told: Told, id: string): Interaction | undefined {
  const introduced = told.introduces.find(({ interaction }) => interaction.id === id)?.interaction;
  const own = told.events.filter(({ stream }) => stream === `interaction:${id}`);
  return own.reduce<Interaction | undefined>(foldInteraction, introduced);
}

/** Steps of an hour, as time passes: no step over what is due in between. */
async function pass(time: number): Promise<void> {
  for (let left = time; left > 0; left -= HOUR) await kit.advance(Math.min(HOUR, left));
}

describe('a session the business began', () => {
  it('is told of after 24 hours without an answer and archived after another 24', async () => {
    const told = await kit.ready('kaa');
    const id = await startSession();
    await pass(DAY - 1);
    expect(await notes(id)).toEqual([]);
    await kit.advance(1);
    expect(await notes(id)).toEqual(['no-answer']);
    expect(await the(id)).toMatchObject({
      stage: 'assigned',
      toldAt: kit.clock.now(),
      lastMessage: { direction: 'out' },
    });
    await pass(DAY - 1);
    expect((await the(id)).stage).toBe('assigned');
    await kit.advance(1);
    expect(await the(id)).toMatchObject({
      stage: 'done',
      disposition: 'Archived',
      note: expect.stringContaining('not answer'),
    });
    expect(onDesk(told, id)).toEqual(await the(id));
    expect(kit.engine.agentStatus('kaa').capacity.used).toBe(0);
  });

  it('goes on by another notification, after which it is told of anew', async () => {
    await kit.ready('kaa');
    const id = await startSession();
    await pass(DAY + 20 * HOUR);
    await kit.engine.sendMessage('kaa', { id: 'm2', interactionId: id, content: notification() });
    await pass(DAY - HOUR);
    expect(await notes(id)).toEqual(['no-answer']);
    await pass(HOUR);
    expect(await notes(id)).toEqual(['no-answer', 'no-answer']);
    await pass(DAY);
    expect((await the(id)).stage).toBe('done');
  });

  it('is nobody silent any more once the customer answers: then the window counts', async () => {
    await kit.ready('kaa');
    const id = await startSession();
    await pass(23 * HOUR);
    await kit.write(NUMBER, 'Yes?');
    await pass(DAY - HOUR);
    expect(await notes(id)).toEqual([]);
    await pass(HOUR);
    expect(await notes(id)).toEqual(['window-closed']);
    await pass(3 * DAY);
    expect(await the(id)).toMatchObject({ stage: 'assigned', disposition: 'Active' });
    expect(await notes(id)).toEqual(['window-closed']);
  });

  it('is told of and archived when the server was stopped meanwhile, and both by what the sections say', async () => {
    await kit.stop();
    await begin({ noAnswerSeconds: 600, noAnswerArchiveSeconds: 300 });
    await kit.ready('kaa');
    const id = await startSession();
    await kit.engine.stop();
    kit.clock.advance(HOUR);
    kit = await startEngine({
      ...kit,
      config: sampleConfig({ lifecycle: { ...defaultLifecycle, noAnswerSeconds: 600, noAnswerArchiveSeconds: 300 } }),
    });
    expect(await notes(id)).toEqual(['no-answer']);
    await kit.advance(299_000);
    expect((await the(id)).stage).not.toBe('done');
    await kit.advance(1000);
    expect((await the(id)).stage).toBe('done');
  });
});

describe('a window that closes', () => {
  it('unanswered is told once, to the agent who has it', async () => {
    const told = await kit.ready('kaa');
    const id = await assigned(kit, 'kaa', NUMBER);
    await pass(DAY - HOUR);
    const { seq } = await the(id);
    await pass(HOUR);
    expect(await notes(id)).toEqual(['window-closed']);
    expect(told.events.at(-1)).toMatchObject({
      kind: 'message.received',
      seq: seq + 1,
      data: { message: { kind: 'system' } },
    });
    expect(onDesk(told, id)).toEqual(await the(id));
    expect(await the(id)).toMatchObject({ stage: 'assigned', unanswered: 1, lastMessage: { text: 'Hello' } });
    await pass(2 * DAY);
    expect(await notes(id)).toHaveLength(1);
  });

  it('was closed when the message came: that is no news', async () => {
    await kit.write(NUMBER, 'Late', { timestamp: String(Math.floor((kit.clock.now() - 2 * DAY) / 1000)) });
    await kit.advance(HOUR / 60);
    const [interaction] = await kit.storage.read((t) => t.interactions.list({ limit: 1 }));
    expect(interaction).toMatchObject({ unanswered: 1, messageCount: 1 });
    expect(await notes(interaction?.id ?? '')).toEqual([]);
  });

  it('answered is no news', async () => {
    const id = await assigned(kit, 'kaa', NUMBER);
    await kit.engine.sendMessage('kaa', { id: 'm1', interactionId: id, content: { kind: 'text', text: 'Hi' } });
    await pass(2 * DAY);
    expect(await notes(id)).toEqual([]);
    expect((await the(id)).stage).toBe('assigned');
  });

  it('is told again after the customer has written again, and in a queue as well', async () => {
    await kit.write(NUMBER, 'Hello');
    const [queued] = await kit.storage.read((t) => t.interactions.list({ limit: 1 }));
    const id = queued?.id ?? '';
    await pass(DAY);
    await kit.write(NUMBER, 'Anybody?');
    await pass(DAY);
    expect(await notes(id)).toEqual(['window-closed', 'window-closed']);
    expect((await the(id)).stage).toBe('queued');
  });

  it('ends the session by option, told first; one the business began waits for its answer', async () => {
    await kit.stop();
    await begin({ endWhenWindowCloses: true });
    const id = await assigned(kit, 'kaa', NUMBER);
    await pass(DAY - 2 * HOUR);
    await kit.engine.markDone('kaa', { interactionId: id, dispositionCode: null, note: null });
    const second = await startSession();
    expect((await the(second)).window).not.toBeNull();
    await pass(3 * HOUR);
    expect((await the(second)).stage).toBe('assigned');
    await kit.write(NUMBER, 'Oh');
    await pass(DAY);
    expect(await notes(second)).toEqual(['window-closed']);
    expect(await the(second)).toMatchObject({ stage: 'done', disposition: 'Archived' });
  });

  it('and all that was told is the same after the records are built anew', async () => {
    await kit.ready('kaa');
    await startSession();
    await kit.write('4915550000002', 'Hello');
    await pass(DAY + HOUR);
    const before = await kit.storage.read((t) => t.interactions.list({ limit: 9 }));
    await rebuildProjections(kit.storage);
    expect(await kit.storage.read((t) => t.interactions.list({ limit: 9 }))).toEqual(before);
    await pass(DAY);
    expect((await kit.storage.read((t) => t.interactions.list({ stages: ['done'], limit: 9 }))).length).toBe(1);
  });
});
