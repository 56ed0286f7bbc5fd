import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SystemClock } from '#shared/clock.ts';
import { Network, type NetworkOptions } from '../../src/main/connection/network.ts';
import { type ForwardProxy, startConnectProxy, startSocksProxy } from '../support/forward-proxies.ts';
import { AUTHORISED_CERTIFICATE, AUTHORISED_KEY, SAMPLE_AUTHORITY } from '../support/sample-authority.ts';
import { SAMPLE_CERTIFICATE, SAMPLE_KEY } from '../support/sample-certificate.ts';
import { TestDesk } from '../support/test-desk.ts';
import { TestServer } from '../support/test-server.ts';

// OPT-5, connection.proxy and connection.ca-file: real proxies, real TLS, the whole way from sign-in to socket.

const clock = new SystemClock();
const ending: (() => Promise<unknown>)[] = [];
let server: TestServer;
/** TLS before the server, for the name `messaging.test`, which only the proxies of these tests can find. */
let front: Server;
let place: string;

beforeEach(async () => {
  server = await TestServer.start();
  front = await tlsBefore(server.url, AUTHORISED_CERTIFICATE, AUTHORISED_KEY);
  place = `messaging.test:${portOf(front)}`;
});

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
  await server.stop();
});

const portOf = (listening: Server) => (listening.address() as AddressInfo).port;

async function tlsBefore(url: string, cert: string, key: string): Promise<Server> {
  const made = createServer({ cert, key }, (near) => {
    const far = connect(Number(new URL(url).port), '127.0.0.1');
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
  }).listen(0, '127.0.0.1');
  await once(made, 'listening');
  ending.push(async () => made.close());
  return made;
}

async function kept<T extends ForwardProxy>(proxy: Promise<T>): Promise<T> {
  const started = await proxy;
  ending.push(() => started.stop());
  return started;
}

async function desk(options: Partial<NetworkOptions>, url = `https://${place}`): Promise<TestDesk> {
  const network = new Network({ clock, proxy: 'direct', authorities: [SAMPLE_AUTHORITY], ...options });
  const started = await TestDesk.start({ server: { url }, network });
  ending.push(() => started.end());
  return started;
}

async function isServed(one: TestDesk): Promise<void> {
  expect(await one.logIn()).toMatchObject({ ok: true });
  await one.connected();
}

describe('a proxy', () => {
  it('that is HTTP takes sign-in and socket to the server', async () => {
    const proxy = await kept(startConnectProxy());
    await isServed(await desk({ proxy: proxy.url }));
    expect(proxy.asked).toEqual([place, place]);
  });

  it('that wants a name and a password gets those of its address', async () => {
    const proxy = await kept(startConnectProxy());
    await isServed(await desk({ proxy: proxy.url.replace('//', '//ann:s%20x@') }));
    expect(proxy.authorization[0]).toBe(`Basic ${Buffer.from('ann:s x').toString('base64')}`);
  });

  it('that is SOCKS5 is given the name, not an address', async () => {
    const proxy = await kept(startSocksProxy());
    await isServed(await desk({ proxy: proxy.url }));
    expect(proxy.asked).toEqual([place, place]);
  });

  it('of the operating system is asked for by address, and the next one taken when one is gone', async () => {
    const [gone, proxy] = [await startConnectProxy(), await kept(startConnectProxy())];
    await gone.stop();
    const asked: string[] = [];
    const resolveProxy = async (url: string) => {
      asked.push(url);
      return `PROXY ${new URL(gone.url).host}; PROXY ${new URL(proxy.url).host}`;
    };
    await isServed(await desk({ proxy: 'system', resolveProxy }));
    expect(asked).toEqual([`https://${place}`, `https://${place}`]);
    expect(proxy.asked).toEqual([place, place]);
  });

  it('that refuses is named, and no other is tried', async () => {
    const [strict, other] = [await kept(startConnectProxy({ status: 407 })), await kept(startConnectProxy())];
    const resolveProxy = async () => `PROXY ${new URL(strict.url).host}; PROXY ${new URL(other.url).host}`;
    const refused = await (await desk({ proxy: 'system', resolveProxy })).logIn();
    expect(refused).toMatchObject({ ok: false, error: { code: 'proxy-refused', retryable: false } });
    expect(!refused.ok && refused.error.message).toContain(`${new URL(strict.url).host} `);
    expect(!refused.ok && refused.error.message).toContain('HTTP 407');
    expect(other.asked).toEqual([]);
  });

  it('that cannot be reached leaves the server unreachable', async () => {
    const gone = await startConnectProxy();
    await gone.stop();
    const one = await desk({ proxy: gone.url });
    expect(await one.logIn()).toMatchObject({ error: { code: 'server-unreachable', retryable: true } });
  });

  it('that says nothing is left for the next one', { timeout: 20_000 }, async () => {
    const [silent, proxy] = [await kept(startConnectProxy({ silent: true })), await kept(startConnectProxy())];
    const resolveProxy = async () => `PROXY ${new URL(silent.url).host}; PROXY ${new URL(proxy.url).host}`;
    expect(await (await desk({ proxy: 'system', resolveProxy })).logIn()).toMatchObject({ ok: true });
    expect(silent.asked).toEqual([place]);
  });

  it('is never asked about this computer', async () => {
    const proxy = await kept(startConnectProxy());
    const resolveProxy = async () => `PROXY ${new URL(proxy.url).host}`;
    for (const options of [{ proxy: proxy.url }, { proxy: 'system', resolveProxy }]) {
      await isServed(await desk(options, server.url));
    }
    expect(proxy.asked).toEqual([]);
  });
});

describe('an authority', () => {
  it('that the option adds vouches for the server', async () => {
    const own = await tlsBefore(server.url, SAMPLE_CERTIFICATE, SAMPLE_KEY);
    await isServed(await desk({ authorities: [SAMPLE_CERTIFICATE] }, `https://127.0.0.1:${portOf(own)}`));
  });

  it('that is missing leaves the server untrusted, also behind a proxy', async () => {
    const own = await tlsBefore(server.url, SAMPLE_CERTIFICATE, SAMPLE_KEY);
    const straight = await desk({}, `https://127.0.0.1:${portOf(own)}`);
    expect(await straight.logIn()).toMatchObject({ error: { code: 'server-untrusted', retryable: false } });
    const proxy = await kept(startConnectProxy());
    const through = await desk({ proxy: proxy.url, authorities: [] });
    expect(await through.logIn()).toMatchObject({ error: { code: 'server-untrusted' } });
  });

  it('vouches for the names of the certificate only', async () => {
    const other = await desk({}, `https://127.0.0.1:${portOf(front)}`);
    expect(await other.logIn()).toMatchObject({ error: { code: 'server-untrusted' } });
  });
});
