import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import {
  AKELA,
  becomes,
  conversation,
  desk,
  eachWithSimulator,
  filled,
  followUp,
  leaf,
  listed,
  phones,
  send,
  server,
  simulatorUrl,
  startServer,
} from '../support/template-kit.ts';

eachWithSimulator();

describe('an agent', () => {
  it('sends a notification, and the customer presses its button', async () => {
    await startServer();
    const client = await desk();
    await listed(client, filled);
    const { interaction } = await conversation(client);
    const fill = { header: { 1: 'J-2001' }, file: null, body: { 1: 'Akela', 2: 'Monday' }, buttons: { 0: 'J-2001' } };
    const template = { name: 'order_shipped', language: 'en_US' };
    const sent = await send(client, interaction.id, { kind: 'template', template, fill });
    expect(sent).toMatchObject({
      ok: true,
      value: { kind: 'template', interactive: { type: 'structured', template, header: { text: 'Order J-2001' } } },
    });
    await becomes(client, sent, 'delivered');
    expect((await phones.phone(AKELA)).at(-1)?.text).toContain('Hello Akela, your order is on its way');
    await phones.choose(AKELA, '*');
    const answer = await client.next('events', ({ events }) =>
      events.some(({ data }) => (data as { message?: Message }).message?.kind === 'button-reply'),
    );
    expect(JSON.stringify(answer.events)).toContain('button-1');
  });

  it('sends reply buttons and a file, each file uploaded once', async () => {
    await startServer();
    const client = await desk();
    const { interaction } = await conversation(client);
    const buttons = [{ id: 'yes', title: 'Yes' }];
    const header = { format: 'image', file: leaf } as const;
    const interactive = { type: 'buttons', header, body: 'Is it this leaf?', footer: null, buttons } as const;
    await becomes(client, await send(client, interaction.id, { kind: 'interactive', interactive }), 'delivered');
    const file = await send(client, interaction.id, {
      kind: 'file',
      mediaKind: 'image',
      file: leaf,
      caption: 'A leaf',
    });
    await becomes(client, file, 'delivered');
    const state = await (await fetch(`${simulatorUrl}/control/state`)).json();
    expect(state).toMatchObject({ media: 1 });
    expect((await phones.phone(AKELA)).slice(-2).map(({ kind }) => kind)).toEqual(['interactive', 'image']);
  });

  it('is told in words when a file is refused or gone', async () => {
    await startServer();
    const client = await desk();
    const { interaction } = await conversation(client);
    const file = (name: string): OutboundContent => ({
      ...{ kind: 'file', mediaKind: 'document' },
      file: { from: 'library', responseId: 'x', name },
    });
    const refused = await becomes(client, await send(client, interaction.id, file('empty.pdf')), 'failed');
    expect(refused).toMatchObject({ error: { code: '100' } });
    const gone = await becomes(client, await send(client, interaction.id, file('gone.pdf')), 'failed');
    expect(gone).toMatchObject({ error: { code: 'file-missing', title: expect.stringContaining('gone.pdf') } });
  });

  it('has a notification fail with the reason when it is paused before it leaves, and refused afterwards', async () => {
    await startServer();
    const client = await desk();
    await listed(client, filled);
    const { interaction } = await conversation(client);
    await phones.fault({ path: '/messages', has: 'to', code: 131057, times: 1 });
    const sent = await send(client, interaction.id, followUp);
    const seen = client.frames.length;
    await phones.template('business_followup', { status: 'PAUSED' });
    while (!client.frames.slice(seen).some(({ type }) => type === 'library')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    server.clock.advance(61_000);
    expect(await becomes(client, sent, 'failed')).toMatchObject({ error: { code: 'template-not-approved' } });
    expect(await send(client, interaction.id, followUp)).toMatchObject({ error: { code: 'template-not-approved' } });
  });

  it('sees a message that was held for a look at its quality fail when the template is paused', async () => {
    await startServer();
    const client = await desk();
    await listed(client, filled);
    const { interaction } = await conversation(client);
    await phones.template('business_followup', { held: true });
    const sent = await send(client, interaction.id, followUp);
    await becomes(client, sent, 'handed-over');
    await phones.template('business_followup', { status: 'PAUSED' });
    expect(await becomes(client, sent, 'failed')).toMatchObject({ error: { code: '132015' } });
  });
});
