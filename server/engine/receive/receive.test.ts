import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogEvent } from '#shared/domain/events.ts';
import {
  assigned,
  type EngineKit,
  lastOffer,
  sampleChannel,
  sampleConfig,
  startEngine,
  textWebhook,
  webhook,
} from '../testing.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const ROSA = '4915550000001';

let kit: EngineKit;

beforeEach(async () => {
  kit = await startEngine();
});
afterEach(() => kit.stop());

const read: EngineKit['storage']['read'] = (work) => kit.storage.read(work);
const receive = (body: unknown, channel = 'jungle') => kit.engine.receiveWebhook(channel, body);

async function log(): Promise<LogEvent[]> {
  return read((tables) => tables.events.after(0, 1000));
}

async function kinds(): Promise<string[]> {
  return (await log()).map((event) => event.kind);
}

/** The contact's interactions on the channel, oldest first, with their messages. */
async function conversations() {
  return read(async (tables) => {
    const all = await tables.interactions.list({ limit: 100 });
    return Promise.all(
      all.reverse().map(async (interaction) => ({
        ...interaction,
        messages: await tables.messages.page(interaction.id, undefined, 200),
        contact: await tables.contacts.get(interaction.contactId),
      })),
    );
  });
}

/** One element of `messages[]`, with who sent it. */
function from(message: Record<string, unknown>, contact: Record<string, unknown> | undefined = { wa_id: ROSA }) {
  const timestamp = String(Math.floor(kit.clock.now() / SECOND));
  const contacts = contact === undefined ? {} : { contacts: [{ profile: { name: 'Rosa' }, ...contact }] };
  return webhook({ ...contacts, messages: [{ from: ROSA, timestamp, ...message }] });
}

const text = (id: string, body: string) => ({ id, type: 'text', text: { body } });

describe('a first message', () => {
  it('makes contact, interaction, message and window, and queues it', async () => {
    const receipt = await receive(from(text('wamid.1', 'Hello\nall')));
    expect(receipt).toEqual({ messages: 1, statuses: 0, duplicates: 0, notices: 0, foreign: 0 });
    expect(await kinds()).toEqual([
      'contact.changed',
      'interaction.created',
      'message.received',
      'window.opened',
      'interaction.queued',
    ]);
    const [only] = await conversations();
    const now = kit.clock.now();
    expect(only).toMatchObject({
      stage: 'queued',
      queue: 'support',
      direction: 'in',
      disposition: 'Waiting',
      pendingSince: now,
      window: { opensAt: now, closesAt: now + 24 * HOUR, why: 'customer-message' },
      messages: [{ text: 'Hello\nall', arrivalOrder: 2, originTime: now, arrivalTime: now, direction: 'in' }],
    });
    expect(only?.attachedData).toEqual({
      _umsInboundIxnSubmittedBy: 'test-server',
      _umsChannel: 'jungle',
      _umsMediaType: 'whatsapp',
      _umsMediaTypeChat: 'whatsappsession',
      _umsMsgType: 'text',
      _umsMsgId: 'wamid.1',
      _umsMsgOriginTime: new Date(now).toISOString(),
      _umsFromAddr: ROSA,
      _umsToAddr: '15550783881',
      _umsBusinessNumberId: '106540352242922',
      _msg_ProfileNickname: 'Rosa',
      PhoneNumber: `+${ROSA}`,
      _umsMsgPlainText: 'Hello\nall',
      Subject: 'Hello',
    });
  });

  it('keeps the provider’s own words apart', async () => {
    await receive(from(text('wamid.1', 'Hello')));
    const [only] = await conversations();
    const raw = await read((tables) => tables.messages.raw(only?.messages[0]?.id ?? ''));
    expect(raw).toMatchObject({ id: 'wamid.1', from: ROSA });
  });

  it('gives what the queue says about outbound sessions along', async () => {
    await kit.stop();
    const [queue] = sampleConfig().queues;
    if (!queue) throw new Error('no sample queue');
    const outboundSessionConfig = '{"1":{"MediaType":"whatsapp"}}';
    kit = await startEngine({ config: sampleConfig({ queues: [{ ...queue, outboundSessionConfig }] }) });
    await receive(from(text('wamid.1', 'Hello')));
    expect((await conversations())[0]?.attachedData).toMatchObject({
      _umsOutboundSessionConfig: outboundSessionConfig,
    });
  });
});

describe('the next message', () => {
  it('goes to the open interaction, in whatever hands it is', async () => {
    const interactionId = await assigned(kit, 'kaa', ROSA);
    await receive(from(text('wamid.2', 'Are you there?')));
    const all = await conversations();
    expect(all.map(({ id, stage, unanswered }) => [id, stage, unanswered])).toEqual([[interactionId, 'assigned', 2]]);
  });

  it('opens a new interaction once the last is done, with the last agent noted', async () => {
    const interactionId = await assigned(kit, 'kaa', ROSA);
    await kit.engine.markDone('kaa', { interactionId, dispositionCode: null, note: null });
    await kit.engine.logOut('kaa');
    await receive(from(text('wamid.2', 'Again')));
    expect((await conversations()).map(({ stage, lastAgent }) => [stage, lastAgent])).toEqual([
      ['done', 'kaa'],
      ['queued', 'kaa'],
    ]);
  });

  it('delivered ten times, also within one body, is one message', async () => {
    const body = from(text('wamid.1', 'Hello'));
    const twice = webhook({ messages: [...Array(2)].map(() => ({ from: ROSA, ...text('wamid.2', 'Hello?') })) });
    const receipts = [];
    for (let n = 0; n < 10; n += 1) receipts.push(await receive(body), await receive(twice));
    expect(receipts.reduce((sum, receipt) => sum + receipt.messages, 0)).toBe(2);
    expect(receipts.reduce((sum, receipt) => sum + receipt.duplicates, 0)).toBe(28);
    expect((await conversations())[0]?.messages.map((message) => message.text)).toEqual(['Hello', 'Hello?']);
  });

  it('that comes late keeps its own time and does not shorten the window', async () => {
    const now = kit.clock.now();
    await receive(textWebhook(ROSA, 'new', { id: 'wamid.2' }, now));
    await receive(textWebhook(ROSA, 'old', { id: 'wamid.1' }, now - 3 * HOUR));
    const [only] = await conversations();
    expect(only).toMatchObject({ window: { closesAt: now + 24 * HOUR }, lastMessage: { text: 'new' } });
    expect(only?.messages.map(({ text, originTime, arrivalOrder }) => [text, originTime, arrivalOrder])).toEqual([
      ['new', now, 2],
      ['old', now - 3 * HOUR, 5],
    ]);
  });

  it('from a clock ahead of ours opens no more than one window from now', async () => {
    const now = kit.clock.now();
    await receive(textWebhook(ROSA, 'tomorrow', { id: 'wamid.1' }, now + 20 * HOUR));
    expect((await conversations())[0]?.window).toMatchObject({ opensAt: now, closesAt: now + 24 * HOUR });
  });

  it('that comes late after Done still finds the window the one before had opened', async () => {
    const interactionId = await assigned(kit, 'kaa', ROSA);
    const now = kit.clock.now();
    await kit.engine.markDone('kaa', { interactionId, dispositionCode: null, note: null });
    await receive(textWebhook(ROSA, 'old', { id: 'wamid.old' }, now - 30 * HOUR));
    expect((await conversations())[1]?.window).toMatchObject({ closesAt: now + 24 * HOUR });
  });
});

describe('identities', () => {
  const contactIds = async () => (await conversations()).map(({ contactId }) => contactId);

  it('finds the contact by any spelling of the number, and keeps the newest in front', async () => {
    await receive(textWebhook('5219993700779', 'uno', { id: 'wamid.1' }, kit.clock.now()));
    await receive(textWebhook('529993700779', 'dos', { id: 'wamid.2' }, kit.clock.now()));
    const [only, ...rest] = await conversations();
    expect(rest).toEqual([]);
    expect(only?.contact?.identities.map(({ value }) => value)).toEqual([
      '529993700779',
      '+529993700779',
      '5219993700779',
      '+5219993700779',
    ]);
  });

  it('finds the contact by account id when the number stays away', async () => {
    const user = { user_id: 'US.1' };
    await receive(from(text('wamid.1', 'with'), { wa_id: ROSA, ...user }));
    await receive(from({ ...text('wamid.2', 'without'), from: undefined, from_user_id: 'US.1' }, user));
    const [only, ...rest] = await conversations();
    expect(rest).toEqual([]);
    expect(only?.messages).toHaveLength(2);
    expect(only?.contact?.identities).toContainEqual({ type: 'user-id', value: 'US.1' });
  });

  it('goes by the number when number and account id are of two contacts, and merges nothing', async () => {
    await receive(from(text('wamid.1', 'number')));
    await receive(from({ ...text('wamid.2', 'account'), from: undefined, from_user_id: 'US.1' }, { user_id: 'US.1' }));
    await receive(from(text('wamid.3', 'both'), { wa_id: ROSA, user_id: 'US.1' }));
    const all = await conversations();
    expect(all.map(({ messages }) => messages.map((message) => message.text))).toEqual([
      ['number', 'both'],
      ['account'],
    ]);
    expect(all[0]?.contact?.identities.map(({ type }) => type)).toEqual(['wa-id', 'phone']);
    expect(new Set(await contactIds()).size).toBe(2);
  });

  it('keeps a message of nobody, each by itself', async () => {
    await receive(webhook({ messages: [text('wamid.1', 'one'), text('wamid.2', 'two')] }));
    const all = await conversations();
    expect(all.map(({ contact }) => contact)).toMatchObject([
      { displayName: 'Unknown sender', identities: [] },
      { displayName: 'Unknown sender', identities: [] },
    ]);
  });

  it('takes a new profile name, and tells of a contact only when something changed', async () => {
    await receive(from(text('wamid.1', 'a')));
    await receive(from(text('wamid.2', 'b')));
    await receive(from(text('wamid.3', 'c'), { wa_id: ROSA, profile: { name: 'Rosa II' } }));
    expect((await kinds()).filter((kind) => kind === 'contact.changed')).toHaveLength(2);
    expect((await conversations())[0]?.contact).toMatchObject({
      displayName: 'Rosa II',
      attributes: { _msg_ProfileNickname: 'Rosa II', PhoneNumber: `+${ROSA}` },
    });
  });

  it('tells of a changed number without touching identities', async () => {
    await receive(from(text('wamid.1', 'a')));
    const system = { type: 'user_changed_number', body: 'Rosa changed', wa_id: '4915550000009' };
    await receive(from({ id: 'wamid.2', type: 'system', system }, undefined));
    const [only, ...rest] = await conversations();
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      unanswered: 1,
      messages: [{}, { direction: 'system', kind: 'system', text: 'Rosa changed' }],
    });
    expect(only?.contact?.identities.map(({ value }) => value)).toEqual([ROSA, `+${ROSA}`]);
  });
});

describe('reactions, edits and revokes', () => {
  const reaction = (id: string, target: string, emoji?: string) =>
    from({ id, type: 'reaction', reaction: { message_id: target, ...(emoji === undefined ? {} : { emoji }) } });

  it('change the message they are about, and open no window', async () => {
    await receive(from(text('wamid.1', 'Helo')));
    const closesAt = (await conversations())[0]?.window?.closesAt;
    kit.clock.advance(HOUR);
    await receive(reaction('wamid.2', 'wamid.1', '👍'));
    const edited = { original_message_id: 'wamid.1', message: { type: 'text', text: { body: 'Hello' } } };
    await receive(from({ id: 'wamid.3', type: 'edit', edit: edited }));
    await receive(from({ id: 'wamid.4', type: 'revoke', revoke: { original_message_id: 'wamid.1' } }));
    const [only] = await conversations();
    expect(only?.window?.closesAt).toBe(closesAt);
    expect(only?.unanswered).toBe(1);
    expect(only?.messages).toMatchObject([
      {
        text: 'Hello',
        reactions: [{ by: only?.contactId, direction: 'in', emoji: '👍' }],
        revisions: [{ text: 'Helo' }],
        revokedAt: kit.clock.now(),
      },
    ]);
  });

  it('take a reaction back, and do not bring it back when the first is delivered again', async () => {
    await receive(from(text('wamid.1', 'Hello')));
    const put = reaction('wamid.2', 'wamid.1', '👍');
    await receive(put);
    await receive(reaction('wamid.3', 'wamid.1'));
    await receive(put);
    expect((await conversations())[0]?.messages[0]?.reactions).toEqual([]);
  });

  it('to a message that is not here are kept, and nobody is asked to answer', async () => {
    const told = await kit.ready('kaa');
    await receive(reaction('wamid.2', 'wamid.nothere', '👍'));
    await receive(reaction('wamid.3', 'wamid.nothere'));
    const [only, ...rest] = await conversations();
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      stage: 'done',
      window: null,
      unanswered: 0,
      messages: [{ kind: 'reaction', text: '👍', quoted: { providerId: 'wamid.nothere' } }],
    });
    expect(told.events.map((event) => event.kind)).not.toContain('interaction.offered');
    expect(await kinds()).toContain('channel.notice');
  });

  it('show an edit of a message that is not here as what it says', async () => {
    const edit = { original_message_id: 'wamid.nothere', message: { type: 'text', text: { body: 'Better' } } };
    await receive(from({ id: 'wamid.2', type: 'edit', edit }));
    expect((await conversations())[0]).toMatchObject({
      messages: [{ text: 'Better', interactive: { editOf: 'wamid.nothere' } }],
    });
  });
});

describe('what the business wrote elsewhere', () => {
  const echo = {
    id: 'wamid.e1',
    from: '15550783881',
    to: ROSA,
    timestamp: '1767600000',
    type: 'text',
    text: { body: 'From my phone' },
  };

  it('is shown with the open interaction, without window or offer', async () => {
    await receive(from(text('wamid.1', 'Hello')));
    await receive(webhook({ message_echoes: [echo] }, 'smb_message_echoes'));
    const [only] = await conversations();
    expect(only).toMatchObject({
      stage: 'queued',
      messages: [{}, { direction: 'out', text: 'From my phone', sender: { type: 'business' } }],
    });
  });

  it('makes an interaction that is done at once where there is none', async () => {
    const told = await kit.ready('kaa');
    await receive(webhook({ message_echoes: [echo] }, 'smb_message_echoes'));
    await receive(webhook({ message_echoes: [echo] }, 'smb_message_echoes'));
    expect(await conversations()).toMatchObject([{ stage: 'done', direction: 'out', window: null, messages: [{}] }]);
    expect(told.events.map((event) => event.kind)).not.toContain('interaction.offered');
  });

  it('leaves history to be kept as a notice', async () => {
    const history = [{ threads: [{ id: ROSA, messages: [{ from: ROSA, ...text('wamid.h1', 'Long ago') }] }] }];
    expect(await receive(webhook({ history }, 'history'))).toMatchObject({ messages: 0, notices: 1 });
    expect(await conversations()).toEqual([]);
  });
});

describe('groups', () => {
  it('are kept apart from the person’s own conversation, and open no window', async () => {
    await receive(from(text('wamid.1', 'To you')));
    await receive(from({ ...text('wamid.2', 'To all'), group_id: 'g1@g.us' }));
    const all = await conversations();
    expect(all.map(({ attachedData, window }) => [attachedData._umsGroupId, window !== null])).toEqual([
      [undefined, true],
      ['g1@g.us', false],
    ]);
  });
});

describe('an advert', () => {
  const referral = { source_type: 'ad', headline: 'Hammocks' };

  it('opens the longer window once it is answered', async () => {
    const told = await kit.ready('kaa');
    await receive(from({ ...text('wamid.1', 'Saw it'), referral }));
    const { offerId, interactionId } = lastOffer(told);
    await kit.engine.acceptOffer('kaa', offerId);
    await kit.advance(HOUR);
    await kit.engine.sendMessage('kaa', { id: 'm1', interactionId, content: { kind: 'text', text: 'Hi' } });
    await kit.engine.idle();
    const answered = kit.clock.now();
    expect((await conversations())[0]?.window).toEqual({
      opensAt: answered,
      closesAt: answered + 72 * HOUR,
      why: 'free-entry-point',
    });
  });
});

describe('whose a webhook is', () => {
  const explicit = sampleChannel({ name: 'river', phoneNumberIds: ['106540352242922'], businessAccountIds: ['204'] });

  it('goes to the channel of its number when that is of the same app', async () => {
    await kit.stop();
    const river = { ...explicit, businessAccountIds: ['*'] };
    kit = await startEngine({ config: sampleConfig({ channels: [sampleChannel(), river] }) });
    await receive(from(text('wamid.1', 'Hello')));
    expect((await conversations())[0]?.channel).toBe('river');
  });

  it.each([
    ['number', { phoneNumberIds: ['7'] }],
    ['account', { businessAccountIds: ['204'] }],
  ])('is kept as a notice when its %s is another one', async (_what, changes) => {
    await kit.stop();
    const other = { ...explicit, businessAccountIds: ['*'], appSecret: { reveal: () => 'another' } };
    kit = await startEngine({ config: sampleConfig({ channels: [sampleChannel(changes), other] }) });
    expect(await receive(from(text('wamid.1', 'Hello')))).toMatchObject({ messages: 0, notices: 1, foreign: 1 });
    expect(await receive(from(text('wamid.1', 'Hello')))).toMatchObject({ notices: 0, foreign: 0, duplicates: 1 });
    expect(await log()).toMatchObject([
      { kind: 'channel.notice', stream: 'channel:jungle', data: { field: 'not-for-this-channel' } },
    ]);
  });
});

describe('a mistake of ours', () => {
  it('holds up nothing but the thing that trips it', async () => {
    const failing = kit.storage.transaction.bind(kit.storage);
    kit.storage.transaction = (work) =>
      failing((tables) => {
        const putRaw = tables.messages.putRaw;
        tables.messages.putRaw = (id, raw) =>
          (raw as { id: string }).id === 'wamid.bad' ? Promise.reject(new Error('a bug')) : putRaw(id, raw);
        return work(tables);
      });
    const messages = ['wamid.1', 'wamid.bad', 'wamid.2'].map((id) => ({ from: ROSA, ...text(id, id) }));
    const receipt = await receive(webhook({ messages }));
    expect(receipt).toMatchObject({ messages: 2, notices: 1 });
    const [only] = await conversations();
    expect(only?.messages.map((message) => message.text)).toEqual(['wamid.1', 'wamid.2']);
    const notice = (await log()).find((event) => event.kind === 'channel.notice');
    expect(notice).toMatchObject({ data: { field: 'failed.message', value: { raw: { id: 'wamid.bad' } } } });
  });

  it('of the disk is told to the caller, and nothing is half stored', async () => {
    kit.storage.transaction = () => Promise.reject(new Error('disk full'));
    await expect(receive(from(text('wamid.1', 'Hello')))).rejects.toThrow('disk full');
  });
});
