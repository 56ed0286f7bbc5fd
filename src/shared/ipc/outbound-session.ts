import { outboundSessionMethods } from '../protocol/outbound-session.ts';

/**
 * What pages ask before the business begins a session (WA-9). The session itself is begun by the command
 * `session.start`. Refused as the methods are, and with `not-connected` without a server.
 */
export const outboundSessionChannels = {
  'contact.find': outboundSessionMethods['contact.find'],
  'session.choices': outboundSessionMethods['session.choices'],
  'contact.set-consent': outboundSessionMethods['contact.set-consent'],
} as const;
