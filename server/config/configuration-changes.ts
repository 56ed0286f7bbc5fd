import { isDeepStrictEqual } from 'node:util';
import type { ServerConfiguration } from './config.ts';

/** Keys of `[server]` that count when the server starts, and what they became part of. */
const STARTING = {
  host: 'host',
  port: 'port',
  'behind-proxy': 'behindProxy',
  'tls-certificate': 'tlsCertificate',
  'tls-key': 'tlsKey',
  'log-level': 'logLevel',
} as const;

/** Keys of `[server]` whose new values count only after a restart, as against the configuration of the start. */
export function keysForRestart(started: ServerConfiguration, next: ServerConfiguration): readonly string[] {
  const keys = Object.entries(STARTING)
    .filter(([, member]) => started.server[member] !== next.server[member])
    .map(([key]) => key);
  // A renewed certificate keeps its file name.
  const renewed = !isDeepStrictEqual(started.tls, next.tls) && !keys.some((key) => key.startsWith('tls-'));
  return renewed ? [...keys, 'tls-certificate', 'tls-key'] : keys;
}

/**
 * What a change takes away: agents, who would be signed out; channels; or access control as a whole. Half of a file
 * that is still being written looks just like this, so such a change is looked at twice.
 */
export function whatIsTakenAway(current: ServerConfiguration, next: ServerConfiguration): readonly string[] {
  const agents = [...current.profiles.keys()].filter((name) => !next.profiles.has(name));
  const channels = namesOf(current).filter((name) => !namesOf(next).includes(name));
  const control = current.engine.grants !== null && next.engine.grants === null;
  return [
    ...agents.map((name) => `agent ${name}`),
    ...channels.map((name) => `channel ${name}`),
    ...(control ? ['access control'] : []),
  ];
}

/** True when nothing is left of what there was: nobody means to do that to a server that runs. */
export function isEmptied(current: ServerConfiguration, next: ServerConfiguration): boolean {
  return sizeOf(current) > 0 && sizeOf(next) === 0;
}

function sizeOf({ profiles, engine }: ServerConfiguration): number {
  return profiles.size + engine.channels.length + engine.queues.length;
}

function namesOf({ webhookChannels }: ServerConfiguration): readonly string[] {
  return webhookChannels.map(({ name }) => name);
}

/** All that a configuration says as one text, for comparing and nothing else: it holds the secrets. */
export function comparableText(configuration: ServerConfiguration): string {
  return JSON.stringify(configuration, (_key, value: unknown) => {
    if (value instanceof Map) return [...value];
    return isSecret(value) ? value.reveal() : value;
  });
}

function isSecret(value: unknown): value is { reveal(): string } {
  return typeof value === 'object' && value !== null && 'reveal' in value && typeof value.reveal === 'function';
}
