import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentOf, type ServerContent } from '../support/server-content.ts';
import { TestServer } from '../support/test-server.ts';
import { postWebhook, signatureOf } from '../support/webhook-post.ts';

const OWN = fileURLToPath(new URL('../data/webhooks/', import.meta.url));
/** Public captures, kept beside the project; where they are not, these tests are skipped. */
const SHARED = fileURLToPath(new URL('../../../shared/fixtures/webhooks/', import.meta.url));
const SECRET = 'example-app-secret';

/** Takes any number, with a secret of its own so that its parts go to no other channel. */
const ANY_CHANNEL = `
[channel-any]
phone-number-id = *
business-account-id = *
app-secret = ${SECRET}
verify-token = any-token
queue = support
`;

let server: TestServer;
let address: string;

beforeEach(async () => {
  server = await TestServer.start({ more: ANY_CHANNEL });
  address = `${server.url}/webhooks/whatsapp/any`;
});
afterEach(() => server.stop());

interface Fixture {
  readonly name: string;
  readonly body: string;
}

function fixturesIn(folder: string): readonly Fixture[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const body = name.startsWith('signature__') ? (JSON.parse(text) as { raw_body: string }).raw_body : text;
      return { name: name.replace(/\.json$/, ''), body };
    });
}

type Loose = Readonly<Record<string, unknown>>;

/** What a careful person reads in a body, without the driver's help. */
function elementsOf(body: string, list: 'messages' | 'statuses' | 'message_echoes'): readonly Loose[] {
  const { entry } = JSON.parse(body) as { entry?: unknown };
  const entries = (Array.isArray(entry) ? entry : [entry]) as { changes?: { value?: Loose; field?: string }[] }[];
  const values = entries.flatMap((each) => each?.changes ?? []).filter(({ field }) => field !== 'calls');
  const elements = values.flatMap(({ value }) => (value?.[list] ?? []) as Loose[]);
  return elements.filter((element) => typeof element === 'object' && element !== null && !Array.isArray(element));
}

const CHANGES = ['reaction', 'edit', 'revoke'];

/** Ids of the messages a body brings, each once; those without an id are not counted. */
function messageIdsOf(body: string): readonly string[] {
  const messages = elementsOf(body, 'messages').filter(({ type }) => !CHANGES.includes(String(type)));
  return [...new Set(messages.flatMap(({ id }) => (typeof id === 'string' && id !== '' ? [id] : [])))];
}

/** Content without what differs from one reading to the next. */
function comparable(content: ServerContent): string {
  return JSON.stringify(content, (key, value: unknown) => (key === 'serverTime' ? undefined : value));
}

const shared = fixturesIn(SHARED);
const wellFormed = [...fixturesIn(OWN), ...shared].filter(({ name }) => !name.startsWith('malformed__'));

if (shared.length === 0) console.warn(`skipped: the shared webhook bodies are not in ${SHARED}`);

describe('each body', () => {
  it.each(wellFormed)('$name is stored once, however often it comes', async ({ body }) => {
    expect(await postWebhook(address, body, SECRET, null)).toBe(401);
    expect(await postWebhook(address, body, SECRET, signatureOf(`${body} `, SECRET))).toBe(401);
    expect((await contentOf(server)).messages).toEqual([]);
    expect(await postWebhook(address, body, SECRET)).toBe(200);
    const first = await contentOf(server);
    for (let n = 0; n < 2; n += 1) expect(await postWebhook(address, body, SECRET)).toBe(200);
    expect(comparable(await contentOf(server))).toBe(comparable(first));

    const stored = first.messages.filter(({ direction, kind }) => direction !== 'out' && kind !== 'reaction');
    for (const id of messageIdsOf(body)) expect(stored.filter(({ providerId }) => providerId === id)).toHaveLength(1);
    for (const { providerId, raw } of stored) {
      if (providerId === null) continue;
      // Kept whole: administrators read the provider's own words.
      expect(raw).toMatchObject({ id: providerId });
    }
  });

  it.each(wellFormed.filter(({ body }) => elementsOf(body, 'messages').length === 0))(
    '$name, without a message of a customer, opens no window and makes no offer',
    async ({ body }) => {
      const { token } = await server.logIn('kaa');
      expect(token).not.toBe('');
      expect(await postWebhook(address, body, SECRET)).toBe(200);
      const { interactions, messages } = await contentOf(server);
      expect(messages.filter(({ direction }) => direction === 'in')).toEqual([]);
      for (const { window, offer, stage } of interactions) {
        expect({ window, offer, stage }).toEqual({ window: null, offer: null, stage: 'done' });
      }
    },
  );

  it.each(shared.filter(({ name }) => name.startsWith('malformed__')))('$name is refused', async ({ body }) => {
    expect(await postWebhook(address, body, SECRET, null)).toBe(401);
    expect(await postWebhook(address, body, SECRET)).toBe(400);
    expect((await contentOf(server)).messages).toEqual([]);
  });
});

describe.skipIf(shared.length === 0)('public captures', () => {
  const kinds: readonly (readonly [name: string, kind: string, text: string])[] = [
    ['doc-text-message__meta-openapi', 'text', 'Does it come in another color?'],
    ['message-audio-voice-note__pywa', 'audio', ''],
    ['message-contacts__pywa', 'contacts', 'Chandler Bing, Monica, Rachel Green'],
    ['message-document-zip__restfb', 'document', 'RESTFB ANNIVERSARY'],
    ['message-interactive-button-reply__pywa', 'button-reply', 'title'],
    ['message-interactive-list-reply-no-description__pywa', 'list-reply', 'title'],
    ['message-interactive-nfm-reply-numeric-timestamp__netflie', 'flow-reply', 'Sent'],
    ['message-interactive-without-body-and-value-errors__pywa', 'unsupported', 'Message of type interactive'],
    ['message-sticker-static-real__bindambc', 'sticker', ''],
    ['message-system-number-changed__pywa', 'system', 'User A changed from 972987654321 to 972912345678'],
    ['message-template-quick-reply-button-no-context__pywa', 'button-reply', 'title'],
    ['message-unsupported-after-user-delete__bindambc', 'unsupported', 'Message type is currently not supported.'],
    ['message-video-caption-real__bindambc', 'video', 'hello world'],
    ['doc-order-message__meta-openapi', 'order', '2 × di9ozbzfi4, 1 × nqryix03ez'],
    ['odd__location-strings-not-numbers__netflie', 'unsupported', 'LOCATION_NAME, LOCATION_ADDRESS'],
    ['signature__derived-escaped-body__made-here', 'text', 'Über https://example.com/a@b'],
  ];

  it.each(kinds)('%s is a message of kind %s', async (name, kind, text) => {
    const body = shared.find((fixture) => fixture.name === name)?.body ?? '';
    await postWebhook(address, body, SECRET);
    expect((await contentOf(server)).messages).toMatchObject([{ kind, text }]);
  });

  it.each([
    ['odd__bsuid-only-in-contacts__netflie', 'NAME'],
    ['odd__from-is-own-phone-number-id__bindambc', 'Mauricio Binda'],
    ['message-text-group-bsuid__restfb', 'Sheena Nelson'],
  ])('%s finds who wrote', async (name, displayName) => {
    const body = shared.find((fixture) => fixture.name === name)?.body ?? '';
    await postWebhook(address, body, SECRET);
    const { contacts } = await contentOf(server);
    expect(contacts).toMatchObject([{ displayName }]);
    // The number of the business is nobody's identity.
    expect(JSON.stringify(contacts)).not.toContain('409552778964973');
  });
});

describe('the address', () => {
  it('answers the handshake with the right token only', async () => {
    const ask = (token: string, mode = 'subscribe') =>
      server.get(`/webhooks/whatsapp/any?hub.mode=${mode}&hub.verify_token=${token}&hub.challenge=4711`);
    expect(await ask('any-token')).toMatchObject({ status: 200, body: '4711' });
    expect((await ask('other-token')).status).toBe(403);
    expect((await ask('any-token', 'unsubscribe')).status).toBe(403);
    expect((await server.get('/webhooks/whatsapp/any')).status).toBe(403);
  });

  it('is known for channels only', async () => {
    expect(await postWebhook(`${server.url}/webhooks/whatsapp/none`, '{}', SECRET)).toBe(404);
    const handshake = '/webhooks/whatsapp/none?hub.mode=subscribe&hub.verify_token=any-token&hub.challenge=1';
    expect((await server.get(handshake)).status).toBe(404);
  });

  it('refuses what is no JSON, no UTF-8 or nested without end, when it is signed', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    for (const body of ['', '{', '{"entry":[}', deep, new Uint8Array([0x22, 0xff, 0x22])]) {
      expect(await postWebhook(address, body, SECRET)).toBe(400);
    }
  });

  it('counts what it refuses and whose secret was wrong, without writing secrets anywhere', async () => {
    await postWebhook(address, '{', SECRET);
    await postWebhook(address, '{}', 'wrong-secret');
    const { body } = await server.get('/metrics', await server.administratorToken());
    expect(body).toContain('replydesk_webhook_items_total{channel="any",kind="malformed"} 1');
    expect(body).toContain('replydesk_webhook_items_total{channel="any",kind="bad-signature"} 1');
    const logged = server.logLines.join('');
    expect(logged).toContain('its signature is not right');
    for (const secret of [SECRET, 'any-token', signatureOf('{', SECRET)]) expect(logged).not.toContain(secret);
  });

  it('keeps what is meant for another number as a notice', async () => {
    const value = {
      metadata: { phone_number_id: '999' },
      messages: [{ from: '4915550000001', id: 'wamid.1', type: 'text', text: { body: 'x' } }],
    };
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
    });
    const secret = 'app-secret-of-tests';
    expect(await postWebhook(`${server.url}/webhooks/whatsapp/jungle`, body, secret)).toBe(200);
    expect((await contentOf(server)).messages).toEqual([]);
    const { body: metrics } = await server.get('/metrics', await server.administratorToken());
    expect(metrics).toContain('replydesk_webhook_items_total{channel="jungle",kind="foreign"} 1');
    expect(server.logLines.join('')).toContain('a number that is not on this channel');
  });
});
