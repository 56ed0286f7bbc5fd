import type { FastifyInstance } from 'fastify';
import type { ServerConfiguration } from '../config/config.ts';
import { StartFailure } from '../failure.ts';
import { isLoopbackAddress } from './local.ts';

type Listening = Pick<ServerConfiguration, 'server' | 'tls' | 'deskOptions'>;

/**
 * Refuses addresses on which others could read along or walk in (API-1): beyond loopback there is TLS, of our own or a
 * proxy's, and no trial mode with its known passwords.
 */
export function checkAddress({ server, tls, deskOptions }: Listening): void {
  const { host, behindProxy } = server;
  if (isLoopbackAddress(host)) return;
  if (deskOptions.trial) {
    const message = `Trial mode listens on this computer only, since its passwords are known. Remove host = ${host} of [server].`;
    throw new StartFailure('trial-beyond-loopback', message);
  }
  if (!tls && !behindProxy) {
    const message =
      `Without TLS the server listens on this computer only, not on ${host}. ` +
      'Give tls-certificate and tls-key in [server], or behind-proxy = true when a proxy does TLS.';
    throw new StartFailure('tls-required', message);
  }
}

/** Listens and says under which address. Fails with a `StartFailure` that names the port. */
export async function listen(app: FastifyInstance, { server, tls }: Listening): Promise<string> {
  const { host, port } = server;
  try {
    await app.listen({ host, port });
  } catch (cause) {
    throw listenFailure(cause, host, port);
  }
  const address = app.server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const shown = host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${shown}:${actual}`;
}

function listenFailure(cause: unknown, host: string, port: number): StartFailure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  const hint = 'Choose another with --port or port in [server].';
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} on ${host} is taken by another program. Stop that program, or choose another port with --port or port in [server].`;
    return new StartFailure('port-taken', message, { cause });
  }
  if (code === 'EACCES') {
    return new StartFailure('port-denied', `Port ${port} may not be used by this user. ${hint}`, { cause });
  }
  const message = `The server cannot listen on ${host}, port ${port} (${code}). Check host and port in [server].`;
  return new StartFailure('cannot-listen', message, { cause });
}
