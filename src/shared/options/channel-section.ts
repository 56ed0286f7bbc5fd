import type { OptionEntry, OptionSeverity } from './entry.ts';
import { type Findings, readSection, type SectionGroup } from './section-reading.ts';
import type { ChannelSettings, Member } from './server-config.ts';
import { channelKeys } from './server-keys.ts';
import { isPlainName } from './server-names.ts';

const LOOPBACK = /^http:\/\/(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?(?:\/|$)/i;
const DEFAULT_VERSION = channelKeys['api-version'].default;

/** Reads `[channel-<name>]`; undefined when it cannot be used, which is then among the findings. */
export function readChannel(name: string, group: SectionGroup, findings: Findings): ChannelSettings | undefined {
  if (!isPlainName(name)) {
    const message = `"${name}" cannot be a channel's name, since it is part of the webhook address. Use letters, digits, . - _`;
    findings.add(group, 'error', 'bad-name', message);
    return undefined;
  }
  const { values, usable, place } = readSection(channelKeys, group, findings);
  if (!usable) return undefined;
  if (values.phoneNumberId.length === 0) {
    findings.add(
      place('phone-number-id'),
      'error',
      'missing-key',
      `phone-number-id of [${group.name}] is empty. Write the id, or *.`,
    );
    return undefined;
  }
  if (!/^https:/i.test(values.graphUrl) && !LOOPBACK.test(values.graphUrl)) {
    const message = `graph-url of [${group.name}] would send the access token unencrypted. Write an https:// address.`;
    findings.add(place('graph-url'), 'error', 'insecure-url', message);
    return undefined;
  }
  return {
    name,
    displayName: values.displayName || name,
    mediaType: values.mediaType,
    displayNumber: values.displayPhoneNumber,
    phoneNumberIds: values.phoneNumberId,
    businessAccountIds: values.businessAccountId.length === 0 ? ['*'] : values.businessAccountId,
    appSecret: values.appSecret,
    verifyToken: values.verifyToken,
    accessToken: values.accessToken,
    graphUrl: values.graphUrl.replace(/\/+$/, ''),
    apiVersion: readVersion(values.apiVersion, place('api-version'), findings),
    templateRefreshSeconds: values.templateRefreshSeconds,
    queue: values.queue === '' ? null : values.queue,
    bindingDays: Number(values.bindingDays),
    // Fatal, since a list of which nothing is left would allow everybody.
    allowList: readMembers(values.allowList, place('allow-list'), findings, 'fatal'),
    optInRequired: values.optInRequired,
    stopWords: values.stopWords,
    startWords: values.startWords,
  };
}

function readVersion(text: string, place: OptionEntry | SectionGroup, findings: Findings): string {
  if (/^v\d{1,3}\.\d{1,2}$/.test(text)) return text;
  const message = `api-version cannot be "${text}". Write for example ${DEFAULT_VERSION}, which counts until then.`;
  findings.add(place, 'error', 'bad-value', message);
  return DEFAULT_VERSION;
}

/** Reads `agent:NAME` and `group:NAME`. */
export function readMembers(
  texts: readonly string[],
  place: OptionEntry | SectionGroup,
  findings: Findings,
  severity: OptionSeverity,
): readonly Member[] {
  const members: Member[] = [];
  for (const text of texts) {
    const match = /^(agent|group):\s*(.+)$/.exec(text);
    if (match) members.push({ kind: match[1] as Member['kind'], name: match[2] ?? '' });
    else findings.add(place, severity, 'bad-value', `"${text}" names nobody. Write agent:NAME or group:NAME.`);
  }
  return members;
}
