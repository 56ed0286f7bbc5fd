import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assigned, type EngineKit, sampleConfig, startEngine, textWebhook, webhook } from '../testing.ts';
import { conversationsOf, from, HOUR, kindsIn, ROSA, text } from './testing.ts';

let kit: EngineKit;

beforeEach(async () => {
  kit = await startEngine();
});
afterEach(() => kit.stop());

const receive = (body: unknown) => kit.engine.receiveWebhook('jungle', body);

describe('a first message', () => {
  it('makes contact, interaction, message and window, and queues it', async () => {
    const receipt = await receive(from(kit, text('wamid.1', 'Hello\nall')));
    expect(receipt).toEqual({ messages: 1, statuses: 0, duplicates: 0, notices: 0, foreign: 0 });
    expect(await kindsIn(kit)).toEqual([
      'contact.changed',
      'interaction.created',
      'message.received',
      'window.opened',
      'interaction.queued',
    ]);
    const [only] = await conversationsOf(kit);
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
    await receive(from(kit, text('wamid.1', 'Hello')));
    const [only] = await conversationsOf(kit);
    const raw = await kit.storage.read((tables) => tables.messages.raw(only?.messages[0]?.id ?? ''));
    expect(raw).toMatchObject({ id: 'wamid.1', from: ROSA });
  });

  it('gives what the queue says about outbound sessions along', async () => {
    await kit.stop();
    const [queue] = sampleConfig().queues;
    if (!queue) throw new Error('no sample queue');
    const outboundSessionConfig = '{"1":{"MediaType":"whatsapp"}}';
    kit = await startEngine({ config: sampleConfig({ queues: [{ ...queue, outboundSessionConfig }] }) });
    await receive(from(kit, text('wamid.1', 'Hello')));
    expect((await conversationsOf(kit))[0]?.attachedData).toMatchObject({
      _umsOutboundSessionConfig: outboundSessionConfig,
    });
  });
});

describe('the next message', () => {
  it('goes to the open interaction, in whatever hands it is', async () => {
    const interactionId = await assigned(kit, 'kaa', ROSA);
    await receive(from(kit, text('wamid.2', 'Are you there?')));
    const all = await conversationsOf(kit);
    expect(all.map(({ id, stage, unanswered }) => [id, stage, unanswered])).toEqual([[interactionId, 'assigned', 2]]);
  });

  it('opens a new interaction once the last is done, with the last agent noted', async () => {
    const interactionId = await assigned(kit, 'kaa', ROSA);
    await kit.engine.markDone('kaa', { interactionId, dispositionCode: null, note: null });
    await kit.engine.logOut('kaa');
    await receive(from(kit, text('wamid.2', 'Again')));
    expect((await conversationsOf(kit)).map(({ stage, lastAgent }) => [stage, lastAgent])).toEqual([
      ['done', 'kaa'],
      ['queued', 'kaa'],
    ]);
  });

  it('delivered ten times, also within one body, is one message', async () => {
    const body = from(kit, text('wamid.1', 'Hello'));
    const twice = webhook({ messages: [...Array(2)].map(() => ({ from: ROSA, ...text('wamid.2', 'Hello?') })) });
    const receipts = [];
    for (let n = 0; n < 10; n += 1) receipts.push(await receive(body), await receive(twice));
    expect(receipts.reduce((sum, receipt) => sum + receipt.messages, 0)).toBe(2);
    expect(receipts.reduce((sum, receipt) => sum + receipt.duplicates, 0)).toBe(28);
    expect((await conversationsOf(kit))[0]?.messages.map((message) => message.text)).toEqual(['Hello', 'Hello?']);
  });

  it('that comes with others at once keeps its place, and doubles are found among them', async () => {
    const told = kit.listen('kaa');
    await kit.engine.deskConnected('kaa');
    await kit.engine.setAgentState('kaa', { state: 'ready' });
    const ids = ['wamid.1', 'wamid.2', 'wamid.1', 'wamid.3'];
    const receipts = await Promise.all(ids.map((id) => receive(from(kit, text(id, id)))));
    expect(receipts.map(({ messages, duplicates }) => [messages, duplicates])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
    const [only] = await conversationsOf(kit);
    expect(only?.messages.map((message) => message.text)).toEqual(['wamid.1', 'wamid.2', 'wamid.3']);
    expect(told.introduces[0]?.messages).toHaveLength(3);
  });

  it('that comes late keeps its own time and does not shorten the window', async () => {
    const now = kit.clock.now();
    await receive(textWebhook(ROSA, 'new', { id: 'wamid.2' }, now));
    await receive(textWebhook(ROSA, 'old', { id: 'wamid.1' }, now - 3 * HOUR));
    const [only] = await conversationsOf(kit);
    expect(only).toMatchObject({ window: { closesAt: now + 24 * HOUR }, lastMessage: { text: 'new' } });
    expect(only?.messages.map(({ text, originTime, arrivalOrder }) => [text, originTime, arrivalOrder])).toEqual([
      ['new', now, 2],
      ['old', now - 3 * HOUR, 5],
    ]);
  });

  it('from a clock ahead of ours opens no more than one window from now', async () => {
    const now = kit.clock.now();
    await receive(textWebhook(ROSA, 'tomorrow', { id: 'wamid.1' }, now + 20 * HOUR));
    expect((await conversationsOf(kit))[0]?.window).toMatchObject({ opensAt: now, closesAt: now + 24 * HOUR });
  });

  it('that comes late after Done still finds the window the one before had opened', async () => {
    const interactionId = await assigned(kit, 'kaa', ROSA);
    const now = kit.clock.now();
    await kit.engine.markDone('kaa', { interactionId, dispositionCode: null, note: null });
    await receive(textWebhook(ROSA, 'old', { id: 'wamid.old' }, now - 30 * HOUR));
    expect((await conversationsOf(kit))[1]?.window).toMatchObject({ closesAt: now + 24 * HOUR });
  });
});

describe('identities', () => {
  const contactIds = async () => (await conversationsOf(kit)).map(({ contactId }) => contactId);

  it('finds the contact by any spelling of the number, and keeps the newest in front', async () => {
    await receive(textWebhook('5219993700779', 'uno', { id: 'wamid.1' }, kit.clock.now()));
    await receive(textWebhook('529993700779', 'dos', { id: 'wamid.2' }, kit.clock.now()));
    const [only, ...rest] = await conversationsOf(kit);
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
    await receive(from(kit, text('wamid.1', 'with'), { wa_id: ROSA, ...user }));
    await receive(from(kit, { ...text('wamid.2', 'without'), from: undefined, from_user_id: 'US.1' }, user));
    const [only, ...rest] = await conversationsOf(kit);
    expect(rest).toEqual([]);
    expect(only?.messages).toHaveLength(2);
    expect(only?.contact?.identities).toContainEqual({ type: 'user-id', value: 'US.1' });
  });

  it('goes by the number when number and account id are of two contacts, and merges nothing', async () => {
    await receive(from(kit, text('wamid.1', 'number')));
    await receive(
      from(kit, { ...text('wamid.2', 'account'), from: undefined, from_user_id: 'US.1' }, { user_id: 'US.1' }),
    );
    await receive(from(kit, text('wamid.3', 'both'), { wa_id: ROSA, user_id: 'US.1' }));
    const all = await conversationsOf(kit);
    expect(all.map(({ messages }) => messages.map((message) => message.text))).toEqual([
      ['number', 'both'],
      ['account'],
    ]);
    expect(all[0]?.contact?.identities.map(({ type }) => type)).toEqual(['wa-id', 'phone']);
    expect(new Set(await contactIds()).size).toBe(2);
  });

  it('keeps a message of nobody, each by itself', async () => {
    await receive(webhook({ messages: [text('wamid.1', 'one'), text('wamid.2', 'two')] }));
    const all = await conversationsOf(kit);
    expect(all.map(({ contact }) => contact)).toMatchObject([
      { displayName: 'Unknown sender', identities: [] },
      { displayName: 'Unknown sender', identities: [] },
    ]);
  });

  it('takes a new profile name, and tells of a contact only when something changed', async () => {
    await receive(from(kit, text('wamid.1', 'a')));
    await receive(from(kit, text('wamid.2', 'b')));
    await receive(from(kit, text('wamid.3', 'c'), { wa_id: ROSA, profile: { name: 'Rosa II' } }));
    expect((await kindsIn(kit)).filter((kind) => kind === 'contact.changed')).toHaveLength(2);
    expect((await conversationsOf(kit))[0]?.contact).toMatchObject({
      displayName: 'Rosa II',
      attributes: { _msg_ProfileNickname: 'Rosa II', PhoneNumber: `+${ROSA}` },
    });
  });

  it('tells of a changed number without touching identities', async () => {
    await receive(from(kit, text('wamid.1', 'a')));
    const system = { type: 'user_changed_number', body: 'Rosa changed', wa_id: '4915550000009' };
    await receive(from(kit, { id: 'wamid.2', type: 'system', system }, undefined));
    const [only, ...rest] = await conversationsOf(kit);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      unanswered: 1,
      messages: [{}, { direction: 'system', kind: 'system', text: 'Rosa changed' }],
    });
    expect(only?.contact?.identities.map(({ value }) => value)).toEqual([ROSA, `+${ROSA}`]);
  });
});
