import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '#shared/domain/contact.ts';
import { systemNoteOf } from '#shared/domain/system-note.ts';
import {
  assigned,
  type EngineKit,
  lastOffer,
  sampleChannel,
  sampleConfig,
  startEngine,
  statusWebhook,
  webhook,
} from './testing.ts';

const FROM = '4915550000001';
let kit: EngineKit;
beforeEach(async () => {
  kit = await startEngine();
});
afterEach(() => kit.stop());

async function contact(): Promise<Contact> {
  const found = await kit.storage.read(async (t) => t.contacts.get((await t.contacts.find('wa-id', [FROM])) ?? ''));
  if (!found) throw new Error('nobody wrote');
  return found;
}

const optOut = async () => (await contact()).consents?.[0]?.optOut ?? null;

async function notes(interactionId: string) {
  const messages = await kit.storage.read((t) => t.messages.page(interactionId, undefined, 100));
  return messages.flatMap((message) => systemNoteOf(message) ?? []);
}

function preference(value: string, at: number, more: Record<string, unknown> = {}) {
  const entry = { wa_id: FROM, detail: 'x', category: 'marketing_messages', value, timestamp: Math.floor(at / 1000) };
  return webhook({ user_preferences: [{ ...entry, ...more }] }, 'user_preferences');
}

describe('a customer who writes STOP', () => {
  it('has opted out of all, which is kept with the contact, noted in the session and told the desk', async () => {
    const told = await kit.ready('kaa');
    await kit.write(FROM, 'Hello');
    const { offerId, interactionId } = lastOffer(told);
    await kit.engine.acceptOffer('kaa', offerId);
    await kit.write(FROM, ' stop! ');
    expect(await optOut()).toEqual({ at: expect.any(Number), scope: 'all', source: 'stop-word' });
    expect(await notes(interactionId)).toEqual([
      { type: 'system-note', code: 'opted-out', scope: 'all', source: 'stop-word' },
    ]);
    const changes = told.events.filter(({ kind }) => kind === 'contact.changed');
    expect(changes.at(-1)).toMatchObject({ data: { contact: { consents: [{ optOut: { scope: 'all' } }] } } });
    // The note is nobody's word: what stands in the list is still what the customer wrote.
    const interaction = await kit.storage.read((t) => t.interactions.get(interactionId));
    expect(interaction).toMatchObject({ lastMessage: { text: ' stop! ' }, unanswered: 2, messageCount: 3 });
  });

  it('takes it back by START, and may still be answered in between', async () => {
    const interactionId = await assigned(kit, 'kaa', FROM);
    await kit.write(FROM, 'STOP');
    const content = { kind: 'text', text: 'We will not write any more.' } as const;
    expect(await kit.engine.sendMessage('kaa', { id: 'm1', interactionId, content })).toMatchObject({ ok: true });
    await kit.advance(1000);
    await kit.write(FROM, 'start');
    expect(await optOut()).toBeNull();
    expect((await notes(interactionId)).map(({ code }) => code)).toEqual(['opted-out', 'opted-in']);
  });

  it('means it only when it is all of the message, and not in a group', async () => {
    await kit.write(FROM, 'stop sending parcels');
    await kit.write(FROM, 'STOP', { group_id: 'g1' });
    expect(await optOut()).toBeNull();
  });

  it('is heard once, and a late one that was said before START is not', async () => {
    const interactionId = await assigned(kit, 'kaa', FROM);
    const early = String(Math.floor(kit.clock.now() / 1000) - 50);
    await kit.write(FROM, 'START');
    await kit.write(FROM, 'STOP', { timestamp: early });
    expect(await optOut()).toBeNull();
    await kit.advance(1000);
    await kit.write(FROM, 'STOP');
    await kit.write(FROM, 'STOP');
    expect(await notes(interactionId)).toHaveLength(1);
  });
});

describe("the provider's switch", () => {
  it('stops marketing for whoever never wrote as well, and resume takes it back', async () => {
    const now = kit.clock.now();
    expect(await kit.engine.receiveWebhook('jungle', preference('stop', now))).toMatchObject({ notices: 1 });
    expect(await optOut()).toMatchObject({ scope: 'marketing', source: 'user-preferences' });
    await kit.advance(2000);
    await kit.engine.receiveWebhook('jungle', preference('resume', kit.clock.now()));
    expect(await optOut()).toBeNull();
  });

  it('is heard in whatever order the webhooks come, and what is not understood changes nothing', async () => {
    const now = kit.clock.now();
    await kit.engine.receiveWebhook('jungle', preference('resume', now));
    await kit.engine.receiveWebhook('jungle', preference('stop', now - 60_000));
    expect(await optOut()).toBeNull();
    await kit.engine.receiveWebhook('jungle', preference('pause', now));
    await kit.engine.receiveWebhook('jungle', preference('stop', now, { category: 'calls' }));
    expect(await optOut()).toBeNull();
  });

  it('shows by a refusal with 131050', async () => {
    const interactionId = await assigned(kit, 'kaa', FROM);
    await kit.engine.sendMessage('kaa', { id: 'm1', interactionId, content: { kind: 'text', text: 'x' } });
    await kit.engine.idle();
    const errors = [{ code: 131050, title: 'User has stopped receipt of marketing messages' }];
    await kit.engine.receiveWebhook('jungle', statusWebhook('wamid.out.m1', 'failed', { errors }));
    expect(await optOut()).toMatchObject({ scope: 'marketing' });
  });
});

describe('an agent', () => {
  it('records consent with its proof, which takes an opt-out back', async () => {
    const interactionId = await assigned(kit, 'kaa', FROM);
    await kit.write(FROM, 'STOP');
    const { id: contactId } = await contact();
    const target = { contactId };
    const given = await kit.engine.setConsent('kaa', { target, channel: 'jungle', optIn: { proof: 'form 7' } });
    const at = kit.clock.now();
    expect(given).toMatchObject({ ok: true, value: { optIn: { at, proof: 'form 7', by: 'kaa' }, optOut: null } });
    expect((await contact()).consents).toEqual([given.ok ? given.value : undefined]);
    expect((await notes(interactionId)).at(-1)).toEqual({ type: 'system-note', code: 'opted-in', source: 'agent' });
    const change = { target, channel: 'jungle', optIn: null, optOut: 'marketing' } as const;
    const taken = await kit.engine.setConsent('kaa', change);
    expect(taken).toMatchObject({ value: { optIn: null, optOut: { scope: 'marketing', source: 'agent' } } });
  });

  it('records it of a number that nobody has written from, which becomes a contact', async () => {
    const target = { number: `+${FROM}` };
    for (let time = 0; time < 2; time += 1) {
      await kit.engine.setConsent('kaa', { target, channel: 'jungle', optIn: { proof: 'by telephone' } });
      expect(await contact()).toMatchObject({ consents: [{ channel: 'jungle', optIn: { proof: 'by telephone' } }] });
    }
    const found = await kit.engine.findContacts({ text: FROM });
    expect(found.ok && found.value.contacts).toHaveLength(1);
  });

  it('is refused for who and what is not there', async () => {
    await kit.write(FROM, 'Hello');
    const { id: contactId } = await contact();
    for (const params of [
      { target: { contactId: 'x' }, channel: 'jungle' },
      { target: { contactId }, channel: 'river' },
    ]) {
      const answer = await kit.engine.setConsent('kaa', { ...params, optOut: 'all' });
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'not-found', message: expect.stringContaining('no c') },
      });
    }
  });
});

describe('words of a channel', () => {
  it('are as its section says', async () => {
    await kit.stop();
    kit = await startEngine({ config: sampleConfig({ channels: [sampleChannel({ stopWords: ['basta'] })] }) });
    await kit.write(FROM, 'STOP');
    expect(await optOut()).toBeNull();
    await kit.write(FROM, 'Basta!');
    expect(await optOut()).toMatchObject({ scope: 'all' });
  });
});
