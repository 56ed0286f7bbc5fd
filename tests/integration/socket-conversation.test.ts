import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import { loginResponseSchema } from '#shared/protocol/login.ts';
import { DeskClient } from '../support/desk-client.ts';
import { type Stack, startStack } from '../support/stack.ts';

const CUSTOMER = '16505557777';

let stack: Stack;
let desk: DeskClient;
beforeAll(async () => {
  stack = await startStack();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ agent: 'kaa', password: 'trial' });
  const login = await fetch(`${stack.server.url}/api/v1/auth/login`, { method: 'POST', headers, body });
  const { token } = loginResponseSchema.parse(await login.json());
  desk = await DeskClient.connect(stack.server.url, token);
  await desk.welcome();
});
afterAll(async () => {
  await desk.drop();
  await stack.stop();
});

const brings = (kind: string, part: string) => (frame: { events: { kind: string; data?: unknown }[] }) =>
  frame.events.some((event) => event.kind === kind && JSON.stringify(event.data).includes(part));

describe('one message, there and back, through server and simulator as programs of their own', () => {
  it('is offered, accepted, answered, shown on the phone, delivered and read', async () => {
    await desk.request('agent.set-state', { state: 'ready' });
    await stack.phones.write(CUSTOMER, 'Sample Customer', 'Where is my parcel?');
    const offered = await desk.next('events', (frame) => frame.introduces.length > 0);
    const { interaction, contact } = offered.introduces[0] ?? expect.fail('no snapshot');
    expect(contact.displayName).toBe('Sample Customer');
    const accepted = await desk.request('offer.accept', { offerId: interaction.offer?.id ?? '' });
    expect(accepted).toMatchObject({ ok: true, value: { interaction: { stage: 'assigned', agent: 'kaa' } } });

    const id = '01KBQ7Y3M4N5P6R7S8T9V0W1X2';
    const content = { kind: 'text', text: 'It is on its way.' } as const;
    const sent = await desk.request('message.send', { id, interactionId: interaction.id, content });
    if (!sent.ok) throw new Error(sent.error.code);
    expect((sent.value as Message).status).toBe('accepted');
    await desk.next('events', brings('message.status-changed', '"delivered"'));
    expect(await stack.phones.phone(CUSTOMER)).toMatchObject([
      { direction: 'in', text: 'Where is my parcel?' },
      { direction: 'out', text: 'It is on its way.' },
    ]);
    await stack.phones.read(CUSTOMER);
    await desk.next('events', brings('message.status-changed', '"read"'));

    const again = await desk.request('message.send', { id, interactionId: interaction.id, content });
    expect(again).toMatchObject({ ok: true, value: { id } });
    expect(await stack.phones.phone(CUSTOMER)).toHaveLength(2);
    const done = { interactionId: interaction.id, dispositionCode: 'resolved', note: null };
    expect(await desk.request('interaction.done', done)).toMatchObject({ ok: true });
  });
});
