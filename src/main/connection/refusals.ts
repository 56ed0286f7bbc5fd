import { refuse } from '#shared/result.ts';

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
