import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

/** A request with headers that `fetch` would not send. */
function raw(path: string, headers: readonly string[], method = 'GET', body = ''): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      const lines = [`${method} ${path} HTTP/1.1`, ...headers, `Content-Length: ${body.length}`, 'Connection: close'];
      socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
    });
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('health', () => {
  it('answers without a token', async () => {
    expect(await server.get('/healthz')).toMatchObject({ status: 200, body: { status: 'ok', version: '0.1.0' } });
    expect(await server.get('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });
});

describe('metrics', () => {
  it('are Prometheus text, and tell nothing of customers', async () => {
    await server.customerWrites('a secret', { from: '16505550009', name: 'Secret Name' });
    const { headers, body } = await server.get('/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toContain('replydesk_queue_waiting{queue="support"} 1');
    expect(body).toMatch(/replydesk_webhook_items_total\{channel="jungle",kind="messages"\} 1/);
    expect(body).toContain('process_cpu_seconds_total');
    for (const secret of ['a secret', 'Secret Name', '16505550009']) expect(body).not.toContain(secret);
  });

  it('need a token from a page that rebinds a name to this machine', async () => {
    expect(await raw('/metrics', ['Host: evil.example'])).toContain('401');
    expect(await raw('/metrics', ['Host: localhost', 'Origin: http://evil.example'])).toContain('401');
    const token = await server.administratorToken();
    expect(await raw('/metrics', ['Host: evil.example', `Authorization: Bearer ${token}`])).toContain('200 OK');
  });
});

describe('OpenAPI', () => {
  it('describes every route from its schemas', async () => {
    const { status, body } = await server.get('/api/v1/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/auth/login',
        '/api/v1/auth/refresh',
        '/api/v1/interactions',
        '/api/v1/interactions/{id}',
        '/api/v1/interactions/{id}/messages',
        '/api/v1/interactions/{id}/events',
        '/api/v1/contacts',
        '/api/v1/contacts/{id}',
        '/api/v1/contacts/{id}/interactions',
        '/api/v1/queues',
        '/api/v1/agents',
        '/api/v1/openapi.json',
      ]),
    );
    const messages = body.paths['/api/v1/interactions/{id}/messages'].get;
    expect(messages.parameters).toMatchObject([
      { name: 'id', in: 'path', required: true },
      { name: 'before', in: 'query', required: false },
      { name: 'limit', in: 'query', required: false, schema: { maximum: 200 } },
    ]);
    expect(messages.security).toEqual([{ bearer: [] }]);
    const item = messages.responses[200].content['application/json'].schema.properties.items.items;
    expect(item.properties.originTime).toBeDefined();
    expect(Object.keys(messages.responses)).toEqual(expect.arrayContaining(['200', '400', '401', '403', '404', '429']));
    expect(body.paths['/api/v1/auth/login'].post.requestBody.required).toBe(true);
  });

  it('names no operation twice, and describes no route that wants no token by mistake', async () => {
    const { body } = await server.get('/api/v1/openapi.json');
    const operations = Object.entries<Record<string, { operationId: string; security?: unknown }>>(body.paths);
    const ids = operations.flatMap(([, methods]) => Object.values(methods).map((one) => one.operationId));
    expect(new Set(ids).size).toBe(ids.length);
    const open = operations.filter(([, methods]) => Object.values(methods).some((one) => !one.security));
    expect(open.map(([path]) => path).sort()).toEqual([
      '/api/v1/auth/login',
      '/api/v1/auth/refresh',
      '/api/v1/openapi.json',
      '/healthz',
      '/readyz',
      '/trial/agents',
      '/trial/clock',
    ]);
  });
});

describe('limits', () => {
  it('refuses bodies that are too large, of another type, empty, or no JSON', async () => {
    const url = `${server.url}/api/v1/auth/login`;
    const post = async (body: string, type = 'application/json') => {
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
      return [response.status, ((await response.json()) as { error: { code: string } }).error.code];
    };
    expect(await post(JSON.stringify({ agent: 'kaa', password: 'x'.repeat(300_000) }))).toEqual([
      413,
      'body-too-large',
    ]);
    expect(await post('agent=kaa', 'application/x-www-form-urlencoded')).toEqual([415, 'media-type']);
    expect(await post('')).toEqual([400, 'bad-request']);
    expect(await post('{"agent":')).toEqual([400, 'bad-request']);
    expect(await post('{"agent":"kaa","password":"x","__proto__":{"admin":true}}')).toEqual([400, 'bad-request']);
  });

  it('refuses logins that come too fast from one address', async () => {
    const busy = await TestServer.start();
    try {
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, i) =>
          busy.post('/api/v1/auth/login', { agent: `guess${i}`, password: PASSWORD }),
        ),
      );
      const limited = answers.filter((answer) => answer.status === 429);
      expect(limited).toHaveLength(10);
      expect(limited[0]?.body.error).toMatchObject({ code: 'rate-limited', retryable: true });
    } finally {
      await busy.stop();
    }
  });

  it('says nothing about itself beyond the answer', async () => {
    const { headers } = await server.get('/healthz');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('trial mode', () => {
  it('offers its agents with their sample passwords, and moves the clock, for programs of this machine', async () => {
    expect((await server.get('/trial/agents')).body).toEqual([
      { name: 'kaa', displayName: 'Kaa Sample', groups: ['front-desk'], password: PASSWORD },
      { name: 'baloo', displayName: 'Baloo Sample', groups: [], password: PASSWORD },
    ]);
    const before = server.clock.now();
    const moved = await server.post('/trial/clock', { advanceSeconds: 3600 });
    expect(Date.parse(moved.body.now) - before).toBeGreaterThanOrEqual(3_600_000);
    expect((await server.post('/trial/clock', { advanceSeconds: -1 })).status).toBe(400);
  });

  it('keeps web pages out, by name and by origin', async () => {
    expect(await raw('/trial/agents', ['Host: evil.example'])).toContain('404 Not Found');
    const origin = await raw('/trial/agents', ['Host: localhost', 'Origin: http://localhost']);
    expect(origin).toContain('404 Not Found');
    expect(origin).not.toContain(PASSWORD);
  });

  it('is all that has these routes, and plain passwords', async () => {
    const serious = await TestServer.start({ trial: false });
    try {
      expect((await serious.get('/trial/agents')).status).toBe(404);
      expect((await serious.post('/trial/clock', { advanceSeconds: 1 })).status).toBe(404);
      const login = await serious.post('/api/v1/auth/login', { agent: 'kaa', password: PASSWORD });
      expect(login.body.error.code).toBe('login-failed');
    } finally {
      await serious.stop();
    }
  });
});
