import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandParams } from '#shared/commands/catalogue.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { TestDesk, unwrap } from '../support/test-desk.ts';
import { TestServer } from '../support/test-server.ts';

const FROM = '4915550000001';

let server: TestServer;
let proxy: TcpProxy;
let desk: TestDesk;
let contactId: string;

beforeEach(async () => {
  server = await TestServer.start();
  proxy = await TcpProxy.start(server.url);
  desk = await TestDesk.signedIn({ server: { url: proxy.url, key: 'test' } });
  await server.customerWrites('hello', { from: FROM });
  const interaction = await desk.takeFirst();
  contactId = interaction.contactId;
  unwrap(await desk.desk.done({ interactionId: interaction.id, dispositionCode: null, note: null }));
  await desk.until(({ interactions }) => interactions.length === 0);
});

afterEach(async () => {
  await desk.end();
  await proxy.stop();
  await server.stop();
});

const press = (text: string): CommandParams<'session.start'> => ({
  target: { contactId },
  channel: 'jungle',
  content: { kind: 'text', text },
});
const start = (text: string) => desk.desk.outboundSessions.start(press(text));

/** Texts of the business in all sessions with the contact, as the server has them. */
async function atServer(): Promise<string[]> {
  const token = await server.administratorToken();
  const { body: sessions } = await server.get(`/api/v1/contacts/${contactId}/interactions`, token);
  const texts: string[] = [];
  for (const { id } of sessions.items as { id: string }[]) {
    const { body } = await server.get(`/api/v1/interactions/${id}/messages?limit=200`, token);
    const items: { direction: string; text: string }[] = body.messages ?? body.items;
    texts.push(...items.filter(({ direction }) => direction === 'out').map(({ text }) => text));
  }
  return texts;
}

describe('a session the desk begins', () => {
  it('is on the desk with its message as soon as it has begun', async () => {
    const { interactionId } = unwrap(await start('One thing more'));
    expect(desk.desk.interaction(interactionId)).toMatchObject({ direction: 'out', stage: 'assigned', agent: 'kaa' });
    const shown = await desk.transcript(interactionId, (messages) => messages.length > 0);
    expect(shown).toMatchObject([{ text: 'One thing more', direction: 'out' }]);
  });

  it('is begun once however often Send is pressed meanwhile, and anew by a later press', async () => {
    const begun = await Promise.all([start('once'), start('once'), start('once')]);
    expect(new Set(begun.map((one) => unwrap(one).interactionId)).size).toBe(1);
    expect(await atServer()).toEqual(['once']);
    unwrap(await start('once'));
    expect(await atServer()).toEqual(['once', 'once']);
  });

  it('is the same one when the answer was lost and it is pressed again', async () => {
    proxy.setDelay(500);
    const lost = start('once');
    await vi.waitFor(async () => expect(await atServer()).toEqual(['once']), { timeout: 5_000, interval: 10 });
    proxy.cut();
    expect(await lost).toMatchObject({ ok: false, error: { code: 'connection-lost', retryable: true } });
    proxy.setDelay(0);
    await desk.connected();
    const { interactionId } = unwrap(await start('once'));
    expect(desk.desk.interaction(interactionId)?.stage).toBe('assigned');
    expect(await atServer()).toEqual(['once']);
  });

  it('is refused without a connection, with what to do', async () => {
    proxy.setDown(true);
    await desk.until((view) => view.connection.state === 'reconnecting');
    const refused = await start('later');
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'offline', retryable: true, message: expect.stringContaining('when the desk is connected') },
    });
    expect(await desk.desk.outboundSessions.ask('session.choices', { target: { contactId } })).toMatchObject({
      error: { code: 'not-connected' },
    });
    expect(await atServer()).toEqual([]);
  });

  it('is refused as the server refuses it, and nothing of it stays', async () => {
    const unknown = { ...press('x'), channel: 'river' };
    expect(await desk.desk.outboundSessions.start(unknown)).toMatchObject({ error: { code: 'channel-unknown' } });
    expect(desk.view.interactions).toEqual([]);
  });
});
