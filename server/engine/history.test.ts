import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodParams } from '#shared/protocol/methods.ts';
import { assigned, type EngineKit, sampleChannel, sampleConfig, startEngine, textWebhook } from './testing.ts';

const ROSA = '4915550000001';

let kit: EngineKit;
/** Three finished sessions of Rosa, oldest first; then the one at hand. */
let finished: string[];
let current: string;

beforeEach(async () => {
  kit = await startEngine({ config: sampleConfig({ channels: [sampleChannel(), sampleChannel({ name: 'desert' })] }) });
  finished = [];
  for (let session = 0; session < 3; session += 1) {
    finished.push(await endedSession());
    kit.clock.advance(60_000);
  }
  current = await assigned(kit, 'kaa');
});
afterEach(() => kit.stop());

async function endedSession(): Promise<string> {
  const interactionId = await assigned(kit, 'baloo');
  await kit.write(ROSA, 'One more thing');
  await kit.engine.markDone('baloo', { interactionId, dispositionCode: null, note: null });
  await kit.engine.logOut('baloo');
  return interactionId;
}

type Question = Partial<MethodParams<'contact.sessions'>>;

async function sessions(agent: string, question: Question = {}) {
  const before = { createdAt: Number.MAX_SAFE_INTEGER, id: '' };
  const params = { interactionId: current, before, limit: 2, channel: null, ...question };
  const answer = await kit.engine.contactSessions(agent, params);
  if (!answer.ok) return answer.error.code;
  return { ids: answer.value.sessions.map(({ id }) => id), more: answer.value.hasEarlier, all: answer.value.sessions };
}

describe('earlier sessions of a contact', () => {
  it('are there for the agent who serves them, newest first and by pages', async () => {
    const first = await sessions('kaa');
    expect(first).toMatchObject({ ids: [finished[2], finished[1]], more: true });
    if (typeof first === 'string') throw new Error(first);
    const last = first.all.at(-1);
    const before = last && { createdAt: last.createdAt, id: last.id };
    expect(await sessions('kaa', before ? { before } : {})).toMatchObject({ ids: [finished[0]], more: false });
  });

  it('are not there for others, nor for the agent once they have let go', async () => {
    expect(await sessions('baloo')).toBe('not-yours');
    expect(await sessions('kaa', { interactionId: 'nothing' })).toBe('not-found');
    await kit.engine.logOut('kaa');
    expect(await sessions('kaa')).toBe('not-yours');
  });

  it('are of one channel where that is asked for', async () => {
    await kit.engine.markDone('kaa', { interactionId: current, dispositionCode: null, note: null });
    const told = await kit.ready('bagheera');
    const body = textWebhook(ROSA, 'Other door', { id: 'wamid.desert' }, kit.clock.now());
    await kit.engine.receiveWebhook('desert', body);
    const [offer] = told.events.flatMap((event) => (event.kind === 'interaction.offered' ? [event] : []));
    const accepted = await kit.engine.acceptOffer('bagheera', offer?.data.id ?? '');
    if (!accepted.ok) throw new Error(accepted.error.code);
    current = accepted.value.interaction.id;
    expect(await sessions('bagheera', { channel: 'desert' })).toMatchObject({ ids: [], more: false });
    expect(await sessions('bagheera', { channel: 'jungle', limit: 10 })).toMatchObject({ ids: { length: 4 } });
    expect(await sessions('bagheera', { limit: 10 })).toMatchObject({ ids: { length: 4 } });
  });
});

describe('the transcript of a finished session', () => {
  const page = (agent: string, interactionId: string, before = Number.MAX_SAFE_INTEGER, limit = 50) =>
    kit.engine.transcriptPage(agent, { interactionId, before, limit });

  it('is read by the agent who serves its contact, by pages', async () => {
    const [id = ''] = finished;
    const newest = await page('kaa', id, undefined, 1);
    expect(newest).toMatchObject({ ok: true, value: { messages: [{ text: 'One more thing' }], hasOlder: true } });
    const before = newest.ok ? newest.value.messages[0]?.arrivalOrder : undefined;
    expect(await page('kaa', id, before, 1)).toMatchObject({
      value: { messages: [{ text: 'Hello' }], hasOlder: false },
    });
  });

  it('is read by the agent who had it last, and by nobody else', async () => {
    const [id = ''] = finished;
    expect(await page('baloo', id)).toMatchObject({ ok: true });
    expect(await page('bagheera', id)).toMatchObject({ error: { code: 'not-yours' } });
    expect(await page('kaa', 'nothing')).toMatchObject({ error: { code: 'not-found' } });
  });

  it('is no way into an open session of the contact', async () => {
    expect(await page('baloo', current)).toMatchObject({ error: { code: 'not-yours' } });
  });
});
