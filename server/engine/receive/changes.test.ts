import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EngineKit, lastOffer, sampleChannel, sampleConfig, startEngine, webhook } from '../testing.ts';
import { conversationsOf, from, HOUR, kindsIn, logOf, ROSA, text } from './testing.ts';

let kit: EngineKit;

beforeEach(async () => {
  kit = await startEngine();
});
afterEach(() => kit.stop());

const receive = (body: unknown) => kit.engine.receiveWebhook('jungle', body);

describe('reactions, edits and revokes', () => {
  const reaction = (id: string, target: string, emoji?: string) =>
    from(kit, { id, type: 'reaction', reaction: { message_id: target, ...(emoji === undefined ? {} : { emoji }) } });

  it('change the message they are about, and open no window', async () => {
    await receive(from(kit, text('wamid.1', 'Helo')));
    const closesAt = (await conversationsOf(kit))[0]?.window?.closesAt;
    kit.clock.advance(HOUR);
    await receive(reaction('wamid.2', 'wamid.1', '👍'));
    const edited = { original_message_id: 'wamid.1', message: { type: 'text', text: { body: 'Hello' } } };
    await receive(from(kit, { id: 'wamid.3', type: 'edit', edit: edited }));
    await receive(from(kit, { id: 'wamid.4', type: 'revoke', revoke: { original_message_id: 'wamid.1' } }));
    const [only] = await conversationsOf(kit);
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
    await receive(from(kit, text('wamid.1', 'Hello')));
    const put = reaction('wamid.2', 'wamid.1', '👍');
    await receive(put);
    await receive(reaction('wamid.3', 'wamid.1'));
    await receive(put);
    expect((await conversationsOf(kit))[0]?.messages[0]?.reactions).toEqual([]);
  });

  it('to a message that is not here are kept, and nobody is asked to answer', async () => {
    const told = await kit.ready('kaa');
    await receive(reaction('wamid.2', 'wamid.nothere', '👍'));
    await receive(reaction('wamid.3', 'wamid.nothere'));
    const [only, ...rest] = await conversationsOf(kit);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      stage: 'done',
      window: null,
      unanswered: 0,
      messages: [{ kind: 'reaction', text: '👍', quoted: { providerId: 'wamid.nothere' } }],
    });
    expect(told.events.map((event) => event.kind)).not.toContain('interaction.offered');
    expect(await kindsIn(kit)).toContain('channel.notice');
  });

  it('show an edit of a message that is not here as what it says', async () => {
    const edit = { original_message_id: 'wamid.nothere', message: { type: 'text', text: { body: 'Better' } } };
    await receive(from(kit, { id: 'wamid.2', type: 'edit', edit }));
    expect((await conversationsOf(kit))[0]).toMatchObject({
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
    await receive(from(kit, text('wamid.1', 'Hello')));
    await receive(webhook({ message_echoes: [echo] }, 'smb_message_echoes'));
    const [only] = await conversationsOf(kit);
    expect(only).toMatchObject({
      stage: 'queued',
      messages: [{}, { direction: 'out', text: 'From my phone', sender: { type: 'business' } }],
    });
  });

  it('makes an interaction that is done at once where there is none', async () => {
    const told = await kit.ready('kaa');
    await receive(webhook({ message_echoes: [echo] }, 'smb_message_echoes'));
    await receive(webhook({ message_echoes: [echo] }, 'smb_message_echoes'));
    expect(await conversationsOf(kit)).toMatchObject([
      { stage: 'done', direction: 'out', window: null, messages: [{}] },
    ]);
    expect(told.events.map((event) => event.kind)).not.toContain('interaction.offered');
  });

  it('leaves history to be kept as a notice', async () => {
    const history = [{ threads: [{ id: ROSA, messages: [{ from: ROSA, ...text('wamid.h1', 'Long ago') }] }] }];
    expect(await receive(webhook({ history }, 'history'))).toMatchObject({ messages: 0, notices: 1 });
    expect(await conversationsOf(kit)).toEqual([]);
  });
});

describe('groups', () => {
  it('are kept apart from the person’s own conversation, and open no window', async () => {
    await receive(from(kit, text('wamid.1', 'To you')));
    await receive(from(kit, { ...text('wamid.2', 'To all'), group_id: 'g1@g.us' }));
    const all = await conversationsOf(kit);
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
    await receive(from(kit, { ...text('wamid.1', 'Saw it'), referral }));
    const { offerId, interactionId } = lastOffer(told);
    await kit.engine.acceptOffer('kaa', offerId);
    await kit.advance(HOUR);
    await kit.engine.sendMessage('kaa', { id: 'm1', interactionId, content: { kind: 'text', text: 'Hi' } });
    await kit.engine.idle();
    const answered = kit.clock.now();
    expect((await conversationsOf(kit))[0]?.window).toEqual({
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
    await receive(from(kit, text('wamid.1', 'Hello')));
    expect((await conversationsOf(kit))[0]?.channel).toBe('river');
  });

  it.each([
    ['number', { phoneNumberIds: ['7'] }],
    ['account', { businessAccountIds: ['204'] }],
  ])('is kept as a notice when its %s is another one', async (_what, changes) => {
    await kit.stop();
    const other = { ...explicit, businessAccountIds: ['*'], appSecret: { reveal: () => 'another' } };
    kit = await startEngine({ config: sampleConfig({ channels: [sampleChannel(changes), other] }) });
    expect(await receive(from(kit, text('wamid.1', 'Hello')))).toMatchObject({ messages: 0, notices: 1, foreign: 1 });
    expect(await receive(from(kit, text('wamid.1', 'Hello')))).toMatchObject({ notices: 0, foreign: 0, duplicates: 1 });
    expect(await logOf(kit)).toMatchObject([
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
    const [only] = await conversationsOf(kit);
    expect(only?.messages.map((message) => message.text)).toEqual(['wamid.1', 'wamid.2']);
    const notice = (await logOf(kit)).find((event) => event.kind === 'channel.notice');
    expect(notice).toMatchObject({ data: { field: 'failed.message', value: { raw: { id: 'wamid.bad' } } } });
  });

  it('of the disk is told to the caller, and nothing is half stored', async () => {
    kit.storage.transaction = () => Promise.reject(new Error('disk full'));
    await expect(receive(from(kit, text('wamid.1', 'Hello')))).rejects.toThrow('disk full');
  });
});
