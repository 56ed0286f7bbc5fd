import { PROTOCOL_VERSION } from '#shared/protocol/frames.ts';
import type { Refusal } from '#shared/result.ts';

/** Why the server ends a connection: the words of the `bye` frame, and the close code of the socket (RFC 6455, 7.4). */
export interface Bye {
  readonly refusal: Refusal;
  readonly closeCode: number;
}

function bye(closeCode: number, code: string, message: string, retryable = false): Bye {
  return { closeCode, refusal: { code, message, retryable } };
}

const NORMAL = 1000;
const GOING_AWAY = 1001;
const POLICY = 1008;
const TRY_LATER = 1013;

/** The ends of a connection that every desk must understand (API-1). */
export const byes = {
  superseded: bye(NORMAL, 'session-superseded', 'You are logged in at another desk now, so this one was logged out.'),
  loggedOut: bye(NORMAL, 'logged-out', 'You are logged out.'),
  agentRemoved: bye(
    POLICY,
    'agent-removed',
    'You are no agent of this server any more, so you were signed out. What you had goes back to its queue. Ask your administrator.',
  ),
  stopping: bye(GOING_AWAY, 'server-stopping', 'The server is stopping. The desk comes back by itself.', true),
  protocol: bye(
    POLICY,
    'protocol-unsupported',
    `This server speaks version ${PROTOCOL_VERSION} of the desk protocol and your program another. Update the older one.`,
  ),
  badFrame: bye(POLICY, 'bad-frame', 'The desk sent something the server does not understand. Update the desk.'),
  noHello: bye(POLICY, 'hello-expected', 'The desk did not say who it is in time.', true),
  tooSlow: bye(TRY_LATER, 'desk-too-slow', 'The desk took nothing for too long, so the connection was ended.', true),
  failed: bye(1011, 'internal', 'Something went wrong in the server. The desk comes back by itself.', true),
} as const;

/** A token that was not taken: expired ones are worth coming back for with a new one. */
export function byeForToken(refusal: Refusal): Bye {
  return { closeCode: POLICY, refusal };
}
