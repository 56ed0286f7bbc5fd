import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readOptionFile } from '#shared/options/include.ts';
import { resolveSecret, type SecretReference } from '#shared/options/secrets.ts';
import type { ChannelSettings, ServerConfig, SimulatorSettings } from '#shared/options/server-config.ts';
import { readServerConfig } from '#shared/options/server-sections.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { defined } from '../json.ts';
import type { SettingsInput } from '../settings.ts';

/** What an options folder says about the simulator. */
export interface SimulatorConfig {
  readonly settings: SettingsInput;
  /** Sentences about what was not understood. */
  readonly warnings: readonly string[];
}

/**
 * Reads `[simulator]` of a folder's `application.ini` (SIM-1). What it leaves out is taken from the channels, since a
 * simulator started with the server's own file has to know the same secrets; webhooks go to that file's server.
 */
export function readSimulatorConfig(directory: string): SimulatorConfig {
  const file = readOptionFile('application.ini', { read: (name) => readFile(directory, name) });
  const { config, diagnostics } = readServerConfig(file, { trial: true });
  const given = new Set(file.entries.filter(({ section }) => section === 'simulator').map(({ key }) => key));
  const own = diagnostics.filter((diagnostic) => /simulator/.test(diagnostic.message));
  const warnings = [...file.diagnostics, ...own].map(({ line, message }) => `line ${line}: ${message}`);
  const fromChannels = channelSettings(config, directory);
  const fromSection = config.simulator ? sectionSettings(config.simulator, given) : {};
  return { settings: { ...fromChannels, ...fromSection, ...numberSettings(config, given) }, warnings };
}

function readFile(directory: string, name: string): Result<Uint8Array> {
  try {
    return ok(readFileSync(resolve(directory, name)));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return refuse(code === 'ENOENT' ? 'not-found' : 'unreadable', `${name} cannot be read (${code}).`);
  }
}

function channelSettings(config: ServerConfig, directory: string): SettingsInput {
  const [channel] = config.channels;
  if (!channel) return {};
  const secret = (reference: SecretReference | null) => reference && readSecret(reference, directory);
  const account = channel.businessAccountIds.find((id) => /^\d+$/.test(id));
  return defined({
    accessToken: secret(channel.accessToken) ?? undefined,
    appSecret: secret(channel.appSecret) ?? undefined,
    verifyToken: secret(channel.verifyToken) ?? undefined,
    businessAccountId: account,
  });
}

function readSecret(reference: SecretReference, directory: string): string | undefined {
  const read = resolveSecret(reference, {
    environment: (name) => ok(process.env[name] ?? ''),
    file: (path) => {
      const read = readFile(directory, resolve(directory, path));
      return read.ok ? ok(Buffer.from(read.value).toString('utf8')) : read;
    },
  });
  return read.ok && read.value !== '' ? read.value : undefined;
}

/** Members of the section; secrets and the account only when they stand there, so that the channel's count else. */
function sectionSettings(section: SimulatorSettings, given: ReadonlySet<string>): SettingsInput {
  const when = <T>(key: string, value: T) => (given.has(key) ? value : undefined);
  return defined({
    port: section.port,
    appId: section.appId,
    accessToken: when('access-token', section.accessToken),
    appSecret: when('app-secret', section.appSecret),
    verifyToken: when('verify-token', section.verifyToken),
    businessAccountId: when('business-account-id', section.businessAccountId),
    scenario: section.scenario === '' ? undefined : section.scenario,
    timings: {
      sentDelayMs: section.sentDelayMs,
      deliveredDelayMs: section.deliveredDelayMs,
      readDelayMs: section.readDelayMs,
      templateReviewMs: section.templateReviewMs,
      webhookTimeoutMs: section.webhookTimeoutMs,
    },
    limits: {
      messagesPerSecond: section.messagesPerSecond,
      pairSeconds: section.pairSeconds,
      pairBurst: section.pairBurst,
    },
    behaviour: {
      skipDelivered: section.skipDelivered,
      refuseOutsideWindowAtOnce: section.refuseOutsideWindowAtOnce,
      reorder: section.reorder,
      duplicate: section.duplicate,
      mediaUrls: section.mediaUrls,
      userIds: section.userIds,
      webhookVersion: section.webhookVersion,
    },
  });
}

/** The business numbers and where each one's webhooks go. */
function numberSettings(config: ServerConfig, given: ReadonlySet<string>): SettingsInput {
  const { simulator, channels } = config;
  const listed = given.has('phone-numbers') ? simulator?.phoneNumbers : undefined;
  const numbers = listed ?? channels.flatMap(numbersOfChannel);
  const callbackUrl = simulator?.callbackUrl || undefined;
  const verifiedName = simulator?.verifiedName ?? channels[0]?.displayName ?? 'Jungle support';
  const phoneNumbers = numbers.map(({ id, number }) => {
    const own = callbackUrl ?? channelUrl(config, id);
    return defined({
      id,
      displayPhoneNumber: number,
      verifiedName: verifiedName || 'Jungle support',
      callbackUrl: own,
    });
  });
  const fallback = callbackUrl ?? channelUrl(config, '*');
  return defined({ phoneNumbers: phoneNumbers.length > 0 ? phoneNumbers : undefined, callbackUrl: fallback });
}

function numbersOfChannel(channel: ChannelSettings): { readonly id: string; readonly number: string }[] {
  const number = channel.displayNumber.replace(/\D/g, '');
  const ids = channel.phoneNumberIds.filter((id) => /^\d+$/.test(id));
  return number === '' ? [] : ids.map((id) => ({ id, number }));
}

/** The webhook address of the channel with this number, or of one that takes any; a server on any port has none yet. */
function channelUrl({ server, channels }: ServerConfig, phoneNumberId: string): string | undefined {
  const channel =
    channels.find(({ phoneNumberIds }) => phoneNumberIds.includes(phoneNumberId)) ??
    channels.find(({ phoneNumberIds }) => phoneNumberIds.includes('*')) ??
    (phoneNumberId === '*' ? channels[0] : undefined);
  if (!channel || server.port === 0) return undefined;
  return `http://127.0.0.1:${server.port}/webhooks/whatsapp/${channel.name}`;
}
