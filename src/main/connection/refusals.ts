import { type Result, refuse } from '#shared/result.ts';

/** Refusals made on this side of the wire. Those of the server are passed on as they are. */
export const notConnected = refuse(
  'not-connected',
  'There is no connection to the messaging server just now. Try again when the desk is connected.',
  true,
);

export const connectionLost = refuse(
  'connection-lost',
  'The connection to the messaging server was lost before it answered. Try again when the desk is connected.',
  true,
);

export const requestTimeout = refuse(
  'request-timeout',
  'The messaging server did not answer in time. Try again; if it happens often, tell your administrator.',
  true,
);

export const badAnswer = refuse(
  'bad-answer',
  'The messaging server answered in a way this desk does not understand. Update Replydesk, or tell your administrator.',
);

export const serverUnreachable = refuse(
  'server-unreachable',
  'The messaging server cannot be reached. Check the network and the server address, then try again.',
  true,
);

/** The proxy answered with this HTTP status instead of putting the connection through. */
export function proxyRefused(proxy: string, status: number): Result<never> {
  return refuse(
    'proxy-refused',
    `The proxy ${proxy} does not let this desk through to the messaging server (HTTP ${status}). Tell your administrator.`,
  );
}

/** TLS would not have the server's certificate, for the reason that OpenSSL's code says. */
export function serverUntrusted(code: string): Result<never> {
  return refuse(
    'server-untrusted',
    `The certificate of the messaging server is not trusted on this computer (${code}). Check the server address, or tell your administrator: the option connection.ca-file adds an authority.`,
  );
}
