import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Interaction } from '#shared/domain/interaction.ts';
import { channelPrivilege, privilegeNames } from '#shared/options/privileges.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import { MOST_CONTACTS } from '#shared/protocol/outbound-session.ts';
import type { EngineConfig } from './config.ts';
import { knowTemplate, notification, sampleTemplate } from './sessions-testing.ts';
import {
  assigned,
  type EngineKit,
  lastOffer,
  sampleAgent,
  sampleChannel,
  sampleConfig,
  startEngine,
} from './testing.ts';

const NUMBER = '4915550000001';
const HOUR = 3_600_000;
type Start = MethodParams<'session.start'>;

let kit: EngineKit;
beforeEach(() => begin());
afterEach(() => kit.stop());

async function begin(config: Partial<EngineConfig> = {}): Promise<void> {
  kit = await startEngine({ config: sampleConfig(config) });
  await knowTemplate(kit);
  for (const name of ['kaa', 'baloo', 'bagheera']) await kit.engine.deskConnected(name);
}

async function anew(config: Partial<EngineConfig>): Promise<void> {
  await kit.stop();
  await begin(config);
}

function start(changes: Partial<Start> = {}, agent = 'kaa') {
  const params = { id: 's1', target: { number: `+${NUMBER}` }, channel: 'jungle', content: notification() };
  return kit.engine.startSession(agent, { ...params, ...changes });
}

async function refusal(changes: Partial<Start> = {}, agent = 'kaa') {
  const answer = await start(changes, agent);
  return answer.ok ? undefined : answer.error;
}

async function choice(agent = 'kaa', target: Start['target'] = { number: NUMBER }) {
  const answer = await kit.engine.sessionChoices(agent, { target });
  return answer.ok ? answer.value.choices[0] : undefined;
}

const open = () =>
  kit.storage.read((t) => t.interactions.list({ stages: ['queued', 'assigned', 'workbin'], limit: 9 }));
const text = (words: string) => ({ kind: 'text', text: words }) as const;

/** A session with the customer that is over, in which they have written. */
async function earlierSession(): Promise<Interaction> {
  const interactionId = await assigned(kit, 'kaa', NUMBER);
  await kit.engine.markDone('kaa', { interactionId, dispositionCode: null, note: null });
  const known = await kit.storage.read((t) => t.interactions.get(interactionId));
  if (!known) throw new Error('no session');
  return known;
}

describe('a session the business begins', () => {
  it('makes contact and interaction, sends the first message and counts as in hand', async () => {
    const told = await kit.ready('kaa');
    const begun = await start();
    if (!begun.ok) throw new Error(begun.error.message);
    const { interaction, contact, messages } = begun.value;
    expect(interaction).toMatchObject({
      direction: 'out',
      stage: 'assigned',
      agent: 'kaa',
      disposition: 'Initiated',
      window: null,
      attachedData: { _umsChannel: 'jungle', _umsFromAddr: NUMBER, Subject: 'Your parcel is here.' },
    });
    expect(contact).toMatchObject({ displayName: `+${NUMBER}` });
    expect(messages).toMatchObject([{ id: 's1', kind: 'template', text: 'Your parcel is here.' }]);
    expect(told.introduces.map((one) => one.interaction.id)).toEqual([interaction.id]);
    expect(kit.engine.agentStatus('kaa').capacity.used).toBe(1);
    await kit.engine.idle();
    expect(kit.sender.requests).toMatchObject([
      { messageId: 's1', from: null, recipient: { type: 'number', digits: NUMBER }, content: { kind: 'template' } },
    ]);
  });

  it('is answered as the first time when asked again, also after a restart; another content is a conflict', async () => {
    await kit.ready('kaa');
    const first = await start();
    kit = await kit.restart();
    const again = await start();
    expect(again.ok && first.ok && again.value.interaction.id === first.value.interaction.id).toBe(true);
    expect(await refusal({ content: text('else') })).toMatchObject({ code: 'id-conflict' });
    expect(await open()).toHaveLength(1);
    await kit.engine.idle();
    expect(kit.sender.requests).toHaveLength(1);
  });

  it('is what the customer answers in, and the agent hears of it', async () => {
    await kit.ready('kaa');
    const begun = await start();
    await kit.write(NUMBER, 'Thank you');
    const [interaction] = await open();
    expect(interaction).toMatchObject({
      id: begun.ok ? begun.value.interaction.id : '',
      disposition: 'Active',
      agent: 'kaa',
    });
  });

  it('goes on in the window of an earlier one, in which free messages may be sent, and from its number', async () => {
    const earlier = await earlierSession();
    await kit.advance(HOUR);
    const begun = await start({ target: { contactId: earlier.contactId }, content: text('One thing more') });
    expect(begun).toMatchObject({ ok: true, value: { interaction: { window: earlier.window } } });
    await kit.engine.idle();
    expect(kit.sender.requests.at(-1)).toMatchObject({ from: '106540352242922' });
  });

  it('begins with a notification once that window is closed', async () => {
    const { contactId } = await earlierSession();
    await kit.advance(25 * HOUR);
    const target = { contactId };
    expect((await choice('kaa', target))?.window).toBeNull();
    expect(await refusal({ target, content: text('x') })).toMatchObject({ code: 'window-closed' });
    expect(await open()).toEqual([]);
    expect(await start({ target })).toMatchObject({ ok: true });
  });

  it('is gone on with where the agent has it in hand or in their workbin', async () => {
    const interactionId = await assigned(kit, 'kaa', NUMBER);
    const goesOn = await start({ content: text('one') });
    expect(goesOn).toMatchObject({ ok: true, value: { interaction: { id: interactionId, direction: 'in' } } });
    // Until workbins have a view, signing in empties them; so it is put there behind the engine's back.
    const workbin = { name: 'mine', owner: 'kaa' };
    await kit.storage.transaction(async (tables) => {
      const held = await tables.interactions.get(interactionId);
      if (held) await tables.interactions.put({ ...held, stage: 'workbin', agent: null, workbin });
    });
    const out = await start({ id: 's2', content: text('two') });
    expect(out).toMatchObject({
      ok: true,
      value: { interaction: { id: interactionId, stage: 'assigned', agent: 'kaa', workbin: null } },
    });
  });
});

describe('a session cannot be begun', () => {
  const nobodyMade = async () => {
    expect(await open()).toEqual([]);
    expect(await kit.storage.read((t) => t.contacts.find('wa-id', [NUMBER]))).toBeUndefined();
  };

  it('on a channel, with a contact or by a template that is not there', async () => {
    expect(await refusal({ channel: 'river' })).toMatchObject({
      code: 'channel-unknown',
      message: expect.stringContaining('Choose'),
    });
    expect(await refusal({ target: { contactId: 'x' } })).toMatchObject({ code: 'not-found' });
    const unknown = notification(sampleTemplate({ name: 'gone' }));
    expect((await refusal({ content: unknown }))?.message).toContain('gone');
    await nobodyMade();
  });

  it('by whoever is not logged in: nobody would have it in hand', async () => {
    await kit.ready('kaa');
    await kit.engine.logOut('kaa');
    expect(await refusal()).toMatchObject({ code: 'logged-out', message: expect.stringContaining('Log in again') });
    await nobodyMade();
  });

  it('by a reaction', async () => {
    const content = { kind: 'reaction', messageId: 'm', emoji: '👍' } as const;
    expect(await refusal({ content })).toMatchObject({ code: 'reaction-target' });
  });

  it('without the privileges of the channel', async () => {
    const all = privilegeNames(['jungle']);
    for (const privilege of ['canStartOutbound', 'canReply'] as const) {
      const missing = channelPrivilege('jungle', privilege);
      await anew({ grants: new Map([['kaa', all.filter((name) => name !== missing)]]) });
      expect(await refusal()).toMatchObject({ code: 'forbidden', message: expect.stringContaining(missing) });
      expect((await choice())?.refusal?.code).toBe('forbidden');
      await nobodyMade();
    }
  });

  it('by whoever is not on the list of the channel', async () => {
    const allowList = [
      { kind: 'agent', name: 'baloo' },
      { kind: 'group', name: 'sales' },
    ] as const;
    const agents = [sampleAgent('kaa'), sampleAgent('baloo'), sampleAgent('bagheera', { groups: ['sales'] })];
    await anew({ channels: [sampleChannel({ allowList })], agents });
    expect(await refusal()).toMatchObject({ code: 'forbidden', message: expect.stringContaining('not among them') });
    for (const agent of ['baloo', 'bagheera']) expect((await choice(agent))?.refusal).toBeNull();
  });

  it('while somebody else has one, in whichever way', async () => {
    await kit.write(NUMBER, 'Hello');
    expect(await refusal()).toMatchObject({
      code: 'session-open',
      message: expect.stringContaining('waits in the queue support'),
    });
    const told = await kit.ready('baloo');
    expect((await refusal())?.message).toContain('being offered to BALOO');
    expect((await refusal({}, 'baloo'))?.message).toContain('being offered to you');
    await kit.engine.acceptOffer('baloo', lastOffer(told).offerId);
    expect((await refusal())?.message).toContain('in the hands of BALOO');
    const interactionId = lastOffer(told).interactionId;
    expect(await choice()).toMatchObject({
      open: { interactionId, agent: 'baloo' },
      refusal: { code: 'session-open' },
    });
    await kit.engine.logOut('baloo', { park: { workbin: 'later' } });
    expect((await refusal())?.message).toContain('in the workbin later of BALOO');
  });

  it('without consent where the channel asks for it, until it is recorded', async () => {
    await anew({ channels: [sampleChannel({ optInRequired: true })] });
    expect(await refusal()).toMatchObject({
      code: 'consent-missing',
      message: expect.stringContaining('Record the consent'),
    });
    expect((await choice())?.refusal?.code).toBe('consent-missing');
    await nobodyMade();
    const { contactId } = await earlierSession();
    await kit.advance(25 * HOUR);
    await kit.engine.setConsent('kaa', { target: { contactId }, channel: 'jungle', optIn: { proof: 'form 7' } });
    expect(await choice()).toMatchObject({ refusal: null, consent: { optIn: { proof: 'form 7' } } });
    expect(await start()).toMatchObject({ ok: true });
  });

  it('with whoever opted out: of all with nothing, of marketing with marketing', async () => {
    const { contactId } = await earlierSession();
    await kit.advance(25 * HOUR);
    await knowTemplate(kit, sampleTemplate({ id: '78', name: 'sale', category: 'marketing' }));
    await kit.engine.setConsent('kaa', { target: { contactId }, channel: 'jungle', optOut: 'marketing' });
    const sale = notification(sampleTemplate({ name: 'sale' }));
    expect(await refusal({ content: sale })).toMatchObject({ code: 'opted-out' });
    await kit.engine.setConsent('kaa', { target: { contactId }, channel: 'jungle', optOut: 'all' });
    expect(await refusal()).toMatchObject({
      code: 'opted-out',
      message: expect.stringContaining('Wait for the customer'),
    });
    expect((await choice())?.refusal?.code).toBe('opted-out');
    await kit.write(NUMBER, 'I have a question');
    expect((await choice())?.refusal?.code).toBe('session-open');
  });

  it('and what waits to be sent does not leave once the customer has opted out', async () => {
    await kit.ready('kaa');
    kit.sender.next({ outcome: 'later', error: { code: '4', title: 'too many calls' }, delay: 5000 });
    const begun = await start();
    await kit.engine.idle();
    const contactId = begun.ok ? begun.value.contact.id : '';
    await kit.engine.setConsent('kaa', { target: { contactId }, channel: 'jungle', optOut: 'all' });
    await kit.advance(6000);
    expect(kit.sender.requests).toHaveLength(1);
    expect(await kit.storage.read((t) => t.messages.get('s1'))).toMatchObject({
      status: 'failed',
      error: { code: 'opted-out' },
    });
  });
});

describe('whom to write to', () => {
  const find = async (text: string) => {
    const answer = await kit.engine.findContacts({ text });
    if (!answer.ok) throw new Error(answer.error.message);
    return { names: answer.value.contacts.map(({ displayName }) => displayName), hasMore: answer.value.hasMore };
  };

  it('is found by a part of the name or of the number, as people write it', async () => {
    await kit.write(NUMBER, 'Hello');
    const { names } = await find('4915550000001');
    expect(names).toHaveLength(1);
    for (const text of ['+49 1555 000-0001', '(1555) 000', (names[0] ?? '').slice(0, 3).toLowerCase()]) {
      expect((await find(text)).names, text).toEqual(names);
    }
    expect(await find('%')).toEqual({ names: [], hasMore: false });
    expect(await find('999')).toEqual({ names: [], hasMore: false });
  });

  it('is listed up to a limit, by name, with word that there are more', async () => {
    for (let nth = 0; nth < MOST_CONTACTS + 1; nth += 1) await kit.write(`49155500010${10 + nth}`, 'Hello');
    const { names, hasMore } = await find('491555000');
    expect(names).toHaveLength(MOST_CONTACTS);
    expect(names).toEqual([...names].sort());
    expect(hasMore).toBe(true);
  });

  it('is told with the choices: who a number belongs to, or that nobody is known by it', async () => {
    const whose = async () => {
      const answer = await kit.engine.sessionChoices('kaa', { target: { number: NUMBER } });
      return answer.ok ? (answer.value.contact?.identities.map(({ value }) => value) ?? null) : undefined;
    };
    expect(await whose()).toBeNull();
    await kit.write(NUMBER, 'Hello');
    expect(await whose()).toContain(NUMBER);
  });
});

describe('the channels that are offered', () => {
  const channels = [sampleChannel(), sampleChannel({ name: 'river', phoneNumberIds: ['9'] })];
  const offered = async () => {
    const answer = await kit.engine.sessionChoices('kaa', { target: { number: NUMBER } });
    return answer.ok ? answer.value.choices.map(({ channel }) => channel) : answer.error.code;
  };

  it('are all, or those the option names', async () => {
    await anew({ channels });
    expect(await offered()).toEqual(['jungle', 'river']);
    await anew({ channels, outboundChannels: ['river'] });
    expect(await offered()).toEqual(['river']);
    expect(await refusal()).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('channel that is offered'),
    });
  });

  it('are those that the last interaction names, before the option', async () => {
    const [queue] = sampleConfig().queues;
    if (!queue) throw new Error('no queue');
    const outboundSessionConfig = '{"1":{"MediaType":"whatsapp","_umsChannel":"jungle"}}';
    await anew({ channels, outboundChannels: ['river'], queues: [{ ...queue, outboundSessionConfig }] });
    await kit.write(NUMBER, 'Hello', {});
    expect(await offered()).toEqual(['jungle']);
  });
});
