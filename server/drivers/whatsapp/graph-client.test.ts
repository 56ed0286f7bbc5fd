import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboundRequest } from '../driver.ts';
import { GraphClient } from './graph-client.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let answer: Answer;
let bodies: Record<string, unknown>[];
let headers: IncomingMessage['headers'][];

beforeEach(async () => {
  bodies = [];
  headers = [];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    request.on('end', () => {
      bodies.push(JSON.parse(text) as Record<string, unknown>);
      headers.push(request.headers);
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const TOKEN = 'a-secret-token';

function client(changes: Partial<ConstructorParameters<typeof GraphClient>[0]> = {}): GraphClient {
  const { port } = server.address() as AddressInfo;
  return new GraphClient({
    graphUrl: `http://127.0.0.1:${port}`,
    apiVersion: 'v23.0',
    phoneNumberIds: ['106540352242922'],
    accessToken: { reveal: () => TOKEN },
    timeout: 2000,
    ...changes,
  });
}

function request(changes: Partial<OutboundRequest> = {}): OutboundRequest {
  return {
    messageId: '01AAAAAAAAAAAAAAAAAAAAAAAA',
    from: null,
    recipient: { type: 'number', digits: '4915550000001' },
    content: { kind: 'text', text: 'Hello' },
    ...changes,
  };
}

function answers(status: number, body: unknown): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

const accepted = answers(200, { messaging_product: 'whatsapp', messages: [{ id: 'wamid.1' }] });
const graphError = (code: number, status = 400) => answers(status, { error: { code, message: `(#${code}) No` } });

describe('what is sent', () => {
  it('writes to plus and digits, with our id, and the token in the header only', async () => {
    answer = accepted;
    expect(await client().send(request(), 0)).toEqual({ outcome: 'accepted', providerId: 'wamid.1' });
    expect(bodies).toEqual([
      {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '+4915550000001',
        type: 'text',
        text: { body: 'Hello', preview_url: false },
        biz_opaque_callback_data: '01AAAAAAAAAAAAAAAAAAAAAAAA',
      },
    ]);
    expect(headers[0]?.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it('writes to an account id, quotes and asks for a preview', async () => {
    answer = accepted;
    const content = {
      kind: 'text',
      text: 'https://example.com',
      previewUrl: true,
      quotedProviderId: 'wamid.q',
    } as const;
    await client().send(request({ recipient: { type: 'user-id', id: 'US.1' }, content }), 0);
    expect(bodies[0]).toMatchObject({
      recipient: 'US.1',
      context: { message_id: 'wamid.q' },
      text: { preview_url: true },
    });
    expect(bodies[0]).not.toHaveProperty('to');
  });

  it.each([
    [['1', '2'], null, '/v23.0/1/messages'],
    [['1', '2'], '2', '/v23.0/2/messages'],
    [['1', '2'], '3', '/v23.0/1/messages'],
    [['*'], '3', '/v23.0/3/messages'],
  ])('with numbers %j, written to %j, it leaves by %s', async (phoneNumberIds, from, path) => {
    let url = '';
    answer = (incoming, response) => {
      url = incoming.url ?? '';
      accepted(incoming, response);
    };
    await client({ phoneNumberIds }).send(request({ from }), 0);
    expect(url).toBe(path);
  });

  it('refuses where no number is known to send from', async () => {
    const outcome = await client({ phoneNumberIds: ['*'] }).send(request(), 0);
    expect(outcome).toMatchObject({ outcome: 'refused', error: { code: 'no-number' } });
    expect(bodies).toEqual([]);
  });
});

describe('what an answer means', () => {
  it.each([100, 190, 131030, 131047, 368])('refuses for good at %i', async (code) => {
    answer = graphError(code);
    expect(await client().send(request(), 0)).toMatchObject({
      outcome: 'refused',
      error: { code: String(code), title: 'No' },
    });
  });

  it.each([
    [2, 0, 1000],
    [4, 3, 8000],
    [80007, 20, 300_000],
    [130429, 0, 1000],
    [131016, 1, 2000],
    [131056, 0, 1000],
    [131056, 2, 16_000],
    [131057, 0, 60_000],
  ])('puts off at %i after %i tries for %i ms', async (code, attempts, delay) => {
    answer = graphError(code, 500);
    expect(await client().send(request(), attempts)).toMatchObject({ outcome: 'later', delay });
  });

  it('tries an unknown trouble of theirs again a few times only', async () => {
    answer = graphError(131000, 500);
    expect(await client().send(request(), 2)).toMatchObject({ outcome: 'later' });
    expect(await client().send(request(), 3)).toMatchObject({ outcome: 'refused' });
  });

  it.each([500, 502, 503, 504, 408])('does not know after HTTP %i without Graph’s word', async (status) => {
    answer = (_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Oops</h1>');
    };
    expect(await client().send(request(), 0)).toMatchObject({ outcome: 'unknown' });
  });

  it.each([400, 401, 404, 302])('takes HTTP %i without Graph’s word for a refusal', async (status) => {
    answer = (_request, response) => {
      response.writeHead(status, { location: 'http://127.0.0.1:9/elsewhere' }).end('no');
    };
    expect(await client().send(request(), 0)).toMatchObject({ outcome: 'refused', error: { code: `http-${status}` } });
  });

  it('does not know after success without an id', async () => {
    answer = answers(200, { messages: [] });
    expect(await client().send(request(), 0)).toMatchObject({ outcome: 'unknown' });
  });
});

describe('what no answer means', () => {
  it('does not know when the connection breaks after the request', async () => {
    answer = (incoming) => incoming.socket.destroy();
    expect(await client().send(request(), 0)).toMatchObject({ outcome: 'unknown' });
  });

  it('does not know when the answer does not come in time', async () => {
    answer = () => undefined;
    expect(await client({ timeout: 100 }).send(request(), 0)).toMatchObject({ outcome: 'unknown' });
  });

  it('tries again when no connection came about, and says nothing of the token', async () => {
    const graphUrl = 'http://127.0.0.1:1';
    const outcome = await client({ graphUrl }).send(request(), 4);
    expect(outcome).toMatchObject({ outcome: 'later', delay: 16_000, error: { code: 'provider-unreachable' } });
    expect(JSON.stringify(outcome)).not.toContain(TOKEN);
  });

  it('tries again when the other side has no certificate we trust', async () => {
    const { port } = server.address() as AddressInfo;
    const outcome = await client({ graphUrl: `https://127.0.0.1:${port}` }).send(request(), 0);
    expect(outcome).toMatchObject({ outcome: 'later', error: { code: 'provider-unreachable' } });
  });
});

describe('signals', () => {
  const read = { from: null, providerId: 'wamid.in', typing: false };

  it('are a read mark, and with it that somebody is typing', async () => {
    answer = answers(200, { success: true });
    expect(await client().signal(read)).toBe('taken');
    expect(await client().signal({ ...read, typing: true })).toBe('taken');
    const mark = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.in' };
    expect(bodies).toEqual([mark, { ...mark, typing_indicator: { type: 'text' } }]);
    expect(headers[0]?.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it.each<readonly [name: string, answer: Answer, outcome: string]>([
    ['an error of the request', graphError(131009), 'refused'],
    ['a limit', graphError(130429), 'later'],
    ['a server that is down', answers(503, {}), 'later'],
    ['a page of something else', answers(404, {}), 'refused'],
    ['a connection that breaks', (incoming) => void incoming.socket.destroy(), 'later'],
  ])('are judged: %s', async (_name, given, outcome) => {
    answer = given;
    expect(await client().signal(read)).toBe(outcome);
  });

  it('leave from the number that was written to, or not at all', async () => {
    expect(await client({ phoneNumberIds: ['*'] }).signal(read)).toBe('refused');
  });
});

describe('a reaction', () => {
  it('names its target and quotes nothing', async () => {
    answer = accepted;
    const content = { kind: 'reaction', messageId: 'm1', emoji: '👍' } as const;
    await client().send(request({ content, targetProviderId: 'wamid.in' }), 0);
    expect(bodies[0]).toMatchObject({ type: 'reaction', reaction: { message_id: 'wamid.in', emoji: '👍' } });
    expect(bodies[0]).not.toHaveProperty('context');
  });
});
