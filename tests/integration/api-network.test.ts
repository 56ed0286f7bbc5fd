import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { ManualClock } from '#shared/clock.ts';
import { AGENT_SOCKET_PATH } from '#shared/protocol/frames.ts';
import { SAMPLE_CERTIFICATE, SAMPLE_KEY } from '../support/sample-certificate.ts';
import { TestServer } from '../support/test-server.ts';

let server: TestServer;
afterEach(() => server.stop());

const servers = (lines: string) => ({ more: `[server]\nport = 0\n${lines}\n`, trial: false });

describe('behind a proxy', () => {
  const guess = (i: number, forwarded: string) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwarded };
    const body = JSON.stringify({ agent: `guess${i}`, password: 'x' });
    return fetch(`${server.url}/api/v1/auth/login`, { method: 'POST', headers, body }).then(({ status }) => status);
  };

  it('limits the caller the proxy names, not the one the caller makes up', async () => {
    server = await TestServer.start(servers('behind-proxy = true'));
    const first = await Promise.all(Array.from({ length: 31 }, (_, i) => guess(i, `10.9.9.${i}, 192.0.2.1`)));
    expect(first.filter((status) => status === 429)).toHaveLength(1);
    expect(await guess(99, '10.9.9.1, 192.0.2.2')).toBe(401);
  });

  it('takes nobody for a program on this machine', async () => {
    server = await TestServer.start(servers('behind-proxy = true'));
    expect((await server.get('/metrics')).body.error.code).toBe('token-missing');
    expect((await server.get('/api/v1/openapi.json')).status).toBe(401);
    expect((await server.get('/metrics', await server.administratorToken())).status).toBe(200);
  });
});

describe('without a proxy', () => {
  it('believes no caller about where it comes from', async () => {
    server = await TestServer.start();
    const answers = await Promise.all(
      Array.from({ length: 31 }, (_, i) =>
        fetch(`${server.url}/api/v1/auth/login`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.9.9.${i}` },
          body: JSON.stringify({ agent: `guess${i}`, password: 'x' }),
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});

describe('a caller that stops half-way', () => {
  const halfWay = async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const head = ['POST /api/v1/auth/login HTTP/1.1', 'Host: localhost', 'Content-Type: application/json'];
    socket.write(`${[...head, 'Content-Length: 100'].join('\r\n')}\r\n\r\nhalf`);
    // Answered after the server has read the half.
    await server.get('/healthz');
    return socket;
  };

  it('cannot keep the server from stopping', async () => {
    const wireClock = new ManualClock();
    server = await TestServer.start({ wireClock });
    const socket = await halfWay();
    let stopped = false;
    const stopping = server.halt().then(() => {
      stopped = true;
    });
    while (!stopped) {
      wireClock.advance(500);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await stopping;
    expect(wireClock.now() - new ManualClock().now()).toBeGreaterThanOrEqual(2000);
    socket.destroy();
  });

  it('is told what is wrong with bytes that are no HTTP', async () => {
    server = await TestServer.start();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write('HELLO\r\n\r\n');
    const [bytes] = await once(socket, 'data');
    expect(String(bytes)).toContain('"code":"bad-request"');
    socket.destroy();
  });
});

describe('with a certificate', () => {
  it('speaks TLS, on REST and on the agent socket', async () => {
    server = await TestServer.start({
      ...servers('tls-certificate = cert.pem\ntls-key = key.pem'),
      files: (folder) => {
        writeFileSync(join(folder, 'cert.pem'), SAMPLE_CERTIFICATE);
        writeFileSync(join(folder, 'key.pem'), SAMPLE_KEY);
      },
    });
    expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const status = await new Promise((resolve, reject) => {
      get(`${server.url}/healthz`, { ca: SAMPLE_CERTIFICATE }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
    expect(status).toBe(200);
    const socket = new WebSocket(server.url.replace('https', 'wss') + AGENT_SOCKET_PATH, { ca: SAMPLE_CERTIFICATE });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.terminate();
  });
});
