import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methods } from '#shared/protocol/methods.ts';
import { DeskClient } from '../support/desk-client.ts';
import { TestServer } from '../support/test-server.ts';

// REL-1: every way in, with arguments nobody thought of, answers with a code and stays up.

let server: TestServer;
let admin: string;
let kaa: string;
let baloo: string;
beforeAll(async () => {
  server = await TestServer.start();
  admin = await server.administratorToken();
  kaa = (await server.logIn('kaa')).token;
  baloo = (await server.logIn('baloo')).token;
  await server.customerWrites('hello');
});
afterAll(() => server.stop());

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '%',
    "' or 1=1 --",
    '../../etc/passwd',
    '__proto__',
    '\u0000',
    '1e400',
    '-1',
    'NaN',
    '[object Object]',
  ),
);
const body = fc.oneof(fc.json({ maxDepth: 4 }), fc.string({ maxLength: 60 }), fc.constantFrom('', '{', '[[[[', 'null'));

async function expectAnswered(response: Response): Promise<void> {
  const text = await response.text();
  expect(response.status).toBeLessThan(500);
  if (response.status >= 400) {
    expect(JSON.parse(text)).toEqual({
      error: { code: expect.any(String), message: expect.any(String), retryable: expect.any(Boolean) },
    });
  }
}

describe('REST', () => {
  const paths = ['interactions', 'interactions/{}', 'interactions/{}/messages', 'interactions/{}/events', 'contacts'];
  const more = ['contacts/{}', 'contacts/{}/interactions', 'queues', 'agents'];
  const query = fc.dictionary(
    fc.constantFrom('state', 'channel', 'contact', 'cursor', 'limit', 'before', 'after', 'q'),
    odd,
  );

  it.each([...paths, ...more])('answers reads of %s with odd ids and queries', async (path) => {
    await fc.assert(
      fc.asyncProperty(odd, query, async (id, values) => {
        const url = `${server.url}/api/v1/${path.replace('{}', encodeURIComponent(id))}?${new URLSearchParams(values)}`;
        await expectAnswered(await fetch(url, { headers: { authorization: `Bearer ${admin}` } }));
      }),
      { numRuns: 30 },
    );
  });

  it.each(['api/v1/auth/login', 'api/v1/auth/refresh', 'trial/clock'])('answers odd bodies for %s', async (path) => {
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const headers = { 'content-type': 'application/json' };
        await expectAnswered(await fetch(`${server.url}/${path}`, { method: 'POST', headers, body: text }));
      }),
      { numRuns: 30 },
    );
  });

  it('refuses odd tokens', async () => {
    const token = fc.string({ maxLength: 60 }).filter((text) => /^[\x20-\x7e]*$/.test(text));
    await fc.assert(
      fc.asyncProperty(token, async (text) => {
        const response = await fetch(`${server.url}/api/v1/queues`, { headers: { authorization: `Bearer ${text}` } });
        expect(response.status).toBe(401);
        await response.text();
      }),
      { numRuns: 50 },
    );
  });
});

describe('the agent socket', () => {
  const method = fc.constantFrom(...Object.keys(methods), 'toString', '__proto__', '');
  // To log out is no odd thing to ask for.
  const notLogOut = method.filter((name) => name !== 'agent.log-out');

  it('answers odd requests with a code, and the desk stays connected', async () => {
    const desk = await DeskClient.connect(server.url, kaa);
    await desk.welcome();
    await fc.assert(
      fc.asyncProperty(notLogOut, fc.jsonValue(), async (name, params) => {
        const result = await desk.requestAny(name, params);
        if (!result.ok) expect(result.error.code).not.toBe('internal');
      }),
      { numRuns: 200 },
    );
    await desk.drop();
  });

  it('ends connections that send odd frames with a code', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const desk = await DeskClient.connect(server.url, baloo);
        desk.sendText(text);
        expect((await desk.next('bye')).error.code).toBe('bad-frame');
      }),
      { numRuns: 30 },
    );
  });
});

describe('afterwards', () => {
  it('the server is as it was', async () => {
    expect((await server.get('/readyz')).status).toBe(200);
    expect((await server.get('/api/v1/interactions', admin)).body.items).toHaveLength(1);
    expect(server.logLines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });
});
