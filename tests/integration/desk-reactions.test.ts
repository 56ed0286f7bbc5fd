import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import { trialAgentsSchema } from '#shared/protocol/login.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { TestDesk, unwrap } from '../support/test-desk.ts';

const ROSA = '4915550000001';

let stack: Stack;
let proxy: TcpProxy;
let desk: TestDesk;
let interactionId: string;
let workbin: string;

beforeEach(async () => {
  stack = await startStack();
  proxy = await TcpProxy.start(stack.server.url);
  workbin = '';
  desk = await signedIn();
  await stack.phones.write(ROSA, 'Rosa', 'Is it blue?');
  interactionId = (await desk.takeFirst()).id;
});
afterEach(async () => {
  await desk.end();
  await proxy.stop();
  await stack.stop();
});

async function signedIn(): Promise<TestDesk> {
  const [agent] = trialAgentsSchema.parse(await (await fetch(`${stack.server.url}/trial/agents`)).json());
  if (!agent) throw new Error('the sample has no agents');
  const started = await TestDesk.start({
    server: { url: proxy.url, key: 'test' },
    agent: agent.name,
    media: { mediaOf: () => ({ readMarks: 'on-view', typingSeconds: 20 }), workbinOf: () => workbin },
  });
  unwrap(await started.logIn(agent.password));
  await started.connected();
  return started;
}

async function newest(): Promise<Message> {
  const messages = await desk.transcript(interactionId, (all) => all.length > 0);
  const message = messages.at(-1);
  if (!message) throw new Error('nobody wrote');
  return message;
}

const react = (messageId: string, emoji: string) =>
  desk.desk.send({ interactionId, content: { kind: 'reaction', messageId, emoji } });

/** The message on the desk, once it holds. */
async function shown(id: string, holds: (message: Message) => boolean): Promise<Message> {
  const found = (messages: readonly Message[]) => messages.find((message) => message.id === id && holds(message));
  const messages = await desk.transcript(interactionId, (all) => found(all) !== undefined);
  return unwrap({ ok: true, value: found(messages) as Message });
}

describe('a quote', () => {
  it('stands on the desk at once and on the phone when it is there', async () => {
    const question = await newest();
    const content = { kind: 'text', text: 'Yes', quotedProviderId: question.providerId ?? '' } as const;
    const answer = unwrap(await desk.desk.send({ interactionId, content }));
    expect(answer).toMatchObject({ status: 'queued', quoted: { messageId: question.id, text: 'Is it blue?' } });
    await shown(answer.id, ({ status }) => status === 'delivered');
    const phone = await stack.phones.phone(ROSA);
    expect(phone.at(-1)).toMatchObject({ text: 'Yes', quoted: { text: 'Is it blue?' } });
  });
});

describe('a reaction', () => {
  it('waits while the connection is down, over a restart too, and then stands on the phone', async () => {
    const { id } = await newest();
    proxy.setDown(true);
    await desk.until((view) => view.connection.state === 'reconnecting');
    unwrap(await react(id, '👍'));
    expect(await shown(id, () => true)).toMatchObject({
      reactions: [],
      reactionSend: { status: 'queued', emoji: '👍' },
    });
    await desk.restart();
    expect((await shown(id, () => true)).reactionSend).toMatchObject({ status: 'queued' });
    expect(desk.view.connection.queuedSends).toBe(1);
    proxy.setDown(false);
    desk.desk.retryConnection();
    const there = await shown(id, ({ reactions }) => reactions.length > 0);
    expect(there).toMatchObject({ reactions: [{ emoji: '👍', direction: 'out' }] });
    expect(there.reactionSend).toBeUndefined();
    await expect
      .poll(async () => (await stack.phones.phone(ROSA))[0])
      .toMatchObject({ reactions: [{ by: 'business', emoji: '👍' }] });
    expect(await desk.transcript(interactionId, () => true)).toHaveLength(1);
    expect(desk.desk.interaction(interactionId)).toMatchObject({ unanswered: 1, messageCount: 1 });
  });

  it('that WhatsApp cannot show says so with its target, and another takes its place', async () => {
    const { id } = await newest();
    expect(await react('nothing', '👍')).toMatchObject({ error: { code: 'not-found' } });
    await stack.phones.fault({ path: '/messages', code: 131031, times: 1 });
    unwrap(await react(id, '👍'));
    const failed = await shown(id, ({ reactionSend }) => reactionSend?.status === 'failed');
    expect(failed).toMatchObject({ reactions: [], reactionSend: { error: { code: '131031' } } });
    unwrap(await react(id, '🎉'));
    const there = await shown(id, ({ reactions }) => reactions.length > 0);
    expect(there).toMatchObject({ reactions: [{ emoji: '🎉' }] });
    unwrap(await react(id, ''));
    await shown(id, ({ reactions, reactionSend }) => reactions.length === 0 && reactionSend === undefined);
  });

  it('that the server refuses stays with its reason', async () => {
    const { id } = await newest();
    unwrap(await react(id, 'no emoji'));
    const failed = await shown(id, ({ reactionSend }) => reactionSend?.status === 'failed');
    expect(failed.reactionSend).toMatchObject({ error: { code: 'reaction-emoji' } });
  });
});

describe('a message of an earlier session', () => {
  let before: Message;

  /** The session is done, the customer writes again, and the agent looks at what was before. */
  beforeEach(async () => {
    before = await newest();
    const earlierId = interactionId;
    const [disposition] = desk.view.session.directory.dispositions;
    unwrap(await desk.desk.done({ interactionId, dispositionCode: disposition?.value ?? null, note: null }));
    await desk.until((view) => view.interactions.length === 0);
    await stack.phones.write(ROSA, 'Rosa', 'And does it float?');
    interactionId = (await desk.takeFirst()).id;
    expect(interactionId).not.toBe(earlierId);
    expect((await earlier('server')).id).toBe(before.id);
  });

  async function earlier(from: 'cache' | 'server'): Promise<Message> {
    const { id, createdAt } = desk.desk.interaction(interactionId) ?? { id: '', createdAt: 0 };
    const asked = { interactionId, before: { id, createdAt }, count: 1, allChannels: false, from };
    const [message] = unwrap(await desk.desk.earlierSessions(asked)).sessions[0]?.messages ?? [];
    if (!message) throw new Error('nothing was before');
    return message;
  }

  /** What pages were last told of it. */
  const told = () =>
    desk.updates
      .flatMap(({ changes }) => changes)
      .flatMap((change) => (change.type === 'message' && change.message.id === before.id ? [change.message] : []))
      .at(-1);

  it('is quoted with its text at once', async () => {
    const content = { kind: 'text', text: 'It does', quotedProviderId: before.providerId ?? '' } as const;
    const answer = unwrap(await desk.desk.send({ interactionId, content, quotedMessageId: before.id }));
    expect(answer).toMatchObject({ status: 'queued', quoted: { messageId: before.id, text: 'Is it blue?' } });
    const sent = await shown(answer.id, ({ status }) => status === 'delivered');
    expect(sent.quoted).toEqual(answer.quoted);
    expect((await stack.phones.phone(ROSA)).at(-1)).toMatchObject({ quoted: { text: 'Is it blue?' } });
  });

  it('takes a reaction that is shown with it while it waits, and when it is there', async () => {
    proxy.setDown(true);
    await desk.until((view) => view.connection.state === 'reconnecting');
    unwrap(await react(before.id, '👍'));
    await expect.poll(told).toMatchObject({ reactionSend: { status: 'queued', emoji: '👍' } });
    expect((await earlier('cache')).reactionSend).toMatchObject({ status: 'queued' });
    proxy.setDown(false);
    desk.desk.retryConnection();
    await expect.poll(told).toMatchObject({ reactions: [{ emoji: '👍', direction: 'out' }] });
    expect(told()?.reactionSend).toBeUndefined();
    await expect.poll(async () => (await earlier('cache')).reactions).toMatchObject([{ emoji: '👍' }]);
    await expect
      .poll(async () => (await stack.phones.phone(ROSA))[0])
      .toMatchObject({ reactions: [{ by: 'business', emoji: '👍' }] });
  });

  it('of somebody else takes neither', async () => {
    const rosas = interactionId;
    await stack.phones.write('4915550000002', 'Ida', 'Mine is green');
    const other = (await desk.takeFirst()).id;
    const [foreign] = await desk.transcript(other, (all) => all.length > 0);
    interactionId = rosas;
    expect(await react(foreign?.id ?? '', '👍')).toMatchObject({ error: { code: 'not-found' } });
    const content = { kind: 'text', text: 'Hm', quotedProviderId: foreign?.providerId ?? '' } as const;
    const answer = unwrap(await desk.desk.send({ interactionId, content, quotedMessageId: foreign?.id }));
    expect(answer.quoted).toEqual({ providerId: foreign?.providerId });
    const refused = await shown(answer.id, ({ status }) => status === 'failed');
    expect(refused.error).toMatchObject({ code: 'quote-impossible' });
  });
});

describe('the customer', () => {
  it('sees that they were read once the agent has had it in view for a second', async () => {
    await newest();
    desk.desk.setInView(interactionId);
    expect((await stack.phones.phone(ROSA))[0]?.readAt).toBeUndefined();
    await expect.poll(async () => (await stack.phones.phone(ROSA))[0]?.readAt, { timeout: 5000 }).toBeDefined();
  });

  it('sees the agent typing until the answer is there', async () => {
    await desk.desk.typed({ interactionId });
    await expect.poll(() => stack.phones.showsTyping(ROSA)).toBe(true);
    unwrap(await desk.send(interactionId, 'It is'));
    await expect.poll(() => stack.phones.showsTyping(ROSA), { timeout: 5000 }).toBe(false);
  });
});

describe('what is open at log-out', () => {
  it('is in the workbin of the option, and back in hand after the next sign-in', async () => {
    workbin = 'in-progress';
    unwrap(await desk.desk.logOut());
    await desk.end();
    desk = await signedIn();
    const { interactions } = await desk.until((view) => view.interactions.length > 0);
    expect(interactions).toMatchObject([{ interaction: { id: interactionId, stage: 'assigned', workbin: null } }]);
  });

  it('goes back to its queue without one', async () => {
    unwrap(await desk.desk.logOut());
    await desk.end();
    desk = await signedIn();
    expect(desk.view.interactions).toEqual([]);
  });
});
