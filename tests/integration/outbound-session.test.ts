import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MethodName, type MethodParams, type MethodResult, methods } from '#shared/protocol/methods.ts';
import { DeskClient } from '../support/desk-client.ts';
import { roleOf } from '../support/server-options.ts';
import { TestServer } from '../support/test-server.ts';

const EDIT = 'InteractionWorkspace.Contact.canEdit';
const NUMBER = '4915550000001';

let server: TestServer;
let desk: DeskClient;
beforeEach(async () => {
  server = await TestServer.start({ more: roleOf('kaa') + roleOf('baloo', EDIT, 'Channel.jungle.canStartOutbound') });
  desk = await connect('kaa');
});
afterEach(async () => {
  await desk.drop();
  await server.stop();
});

async function connect(agent: string): Promise<DeskClient> {
  const client = await DeskClient.connect(server.url, (await server.logIn(agent)).token);
  await client.welcome();
  return client;
}

async function ask<M extends MethodName>(method: M, params: MethodParams<M>, of = desk): Promise<MethodResult<M>> {
  const answer = await of.request(method, params);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return methods[method].result.parse(answer.value) as MethodResult<M>;
}

/** A session in which the customer wrote and that is over: its window is still open. */
async function earlierSession(): Promise<string> {
  await ask('agent.set-state', { state: 'ready' });
  await server.customerWrites('Hello', { from: NUMBER });
  const frame = await desk.next('events', ({ introduces }) => introduces.length > 0);
  const [{ interaction, contact }] = frame.introduces as [(typeof frame.introduces)[number]];
  await ask('offer.accept', { offerId: interaction.offer?.id ?? '' });
  await ask('interaction.done', { interactionId: interaction.id, dispositionCode: null, note: null });
  return contact.id;
}

describe('a desk that begins a session', () => {
  it('learns how things stand, and is given the session with its message', async () => {
    const contactId = await earlierSession();
    const { choices } = await ask('session.choices', { target: { contactId } });
    expect(choices).toMatchObject([
      { channel: 'jungle', open: null, refusal: null, window: { why: 'customer-message' } },
    ]);
    const content = { kind: 'text', text: 'One thing more' } as const;
    const params = { id: '01K0000000000000000000AAAA', target: { contactId }, channel: 'jungle', content };
    const begun = await ask('session.start', params);
    expect(begun).toMatchObject({
      interaction: { direction: 'out', agent: 'kaa' },
      messages: [{ text: 'One thing more' }],
    });
    expect((await ask('session.start', params)).interaction.id).toBe(begun.interaction.id);
    const again = await ask('session.choices', { target: { number: `+${NUMBER}` } });
    expect(again.choices[0]?.open).toEqual({ interactionId: begun.interaction.id, agent: 'kaa' });
  });

  it('is refused by its privileges and by what the customer allows, each with a sentence', async () => {
    const contactId = await earlierSession();
    const other = await connect('baloo');
    const { choices } = await ask('session.choices', { target: { contactId } }, other);
    expect(choices[0]?.refusal).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('canStartOutbound'),
    });
    const consent = { target: { contactId }, channel: 'jungle', optOut: 'all' } as const;
    await expect(ask('contact.set-consent', consent, other)).rejects.toThrow(EDIT);
    expect(await ask('contact.set-consent', consent)).toMatchObject({ optOut: { scope: 'all', source: 'agent' } });
    const { body } = await server.get(`/api/v1/contacts/${contactId}`, await server.administratorToken());
    expect(body.consents).toMatchObject([{ channel: 'jungle', optOut: { at: expect.stringContaining('T') } }]);
    await other.drop();
  });
});
