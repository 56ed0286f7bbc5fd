import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

// Proxies that know one host only, whatever it is called: this computer. So names of tests need no resolver.

/** A proxy on loopback, and what it was asked for. */
export interface ForwardProxy {
  readonly url: string;
  /** `host:port` of each request, in order. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** An HTTP proxy that tunnels (CONNECT); `status`: what it answers, 200 unless given. `silent`: it takes and says nothing. */
export async function startConnectProxy({
  status = 200,
  silent = false,
} = {}): Promise<ForwardProxy & { readonly authorization: readonly (string | undefined)[] }> {
  const asked: string[] = [];
  const authorization: (string | undefined)[] = [];
  const server = createHttpServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (request: IncomingMessage, near: Socket) => {
    asked.push(request.url ?? '');
    authorization.push(request.headers['proxy-authorization']);
    if (silent) return;
    if (status !== 200) near.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
    else join(near, Number(request.url?.split(':').at(-1)), 'HTTP/1.1 200 Connection Established\r\n\r\n');
  });
  return { ...(await listening(server, 'http')), asked, authorization };
}

/** A SOCKS5 proxy without authentication (RFC 1928) that takes names. */
export async function startSocksProxy(): Promise<ForwardProxy> {
  const asked: string[] = [];
  const server = createServer(async (near) => {
    near.on('error', () => near.destroy());
    await once(near, 'data');
    near.write(Buffer.from([5, 0]));
    const [request] = (await once(near, 'data')) as [Buffer];
    // 5, CONNECT, 0, kind 3 (a name), its length, the name, the port.
    const length = request[3] === 3 ? request.readUInt8(4) : 0;
    const port = request.readUInt16BE(5 + length);
    asked.push(`${request.subarray(5, 5 + length).toString()}:${port}`);
    join(near, port, Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]));
  });
  return { ...(await listening(server, 'socks5')), asked };
}

function join(near: Socket, port: number, greeting: string | Buffer): void {
  const far = connect(port, '127.0.0.1', () => {
    near.write(greeting);
    near.pipe(far).pipe(near);
  });
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('error', () => other.destroy()).on('close', () => other.destroy());
  }
}

async function listening(server: Server, scheme: string): Promise<Pick<ForwardProxy, 'url' | 'stop'>> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
