import type { Contact } from '#shared/domain/contact.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { InboundMessage, InboundNote, InboundReaction } from '../../drivers/driver.ts';
import { GROUP_KEY } from '../../storage/tables/interactions.ts';
import { ADVERT_KEY } from '../commands/message-status.ts';
import type { ChannelConfig } from '../config.ts';
import { NICKNAME } from './contact.ts';

/** Characters of a first message that make its subject. */
const SUBJECT = 80;

/** Attached data: the provider's id of the business number the customer wrote to, which is answered from. */
export const NUMBER_KEY = '_umsBusinessNumberId';

/** What an interaction begins with (SRV-9); all strings, and what is not known is left out. */
export function attachedDataOf(
  serverName: string,
  channel: ChannelConfig,
  contact: Contact,
  first: InboundMessage | InboundNote | InboundReaction,
): Record<string, string> {
  const text = first.what === 'reaction' ? first.emoji : first.content.text;
  const phone = contact.identities.find((entry) => entry.type === 'phone')?.value;
  const from = contact.identities.find((entry) => entry.type === 'wa-id') ?? contact.identities[0];
  const data: Record<string, string | undefined> = {
    _umsInboundIxnSubmittedBy: serverName,
    _umsChannel: channel.name,
    _umsMediaType: 'whatsapp',
    _umsMediaTypeChat: channel.mediaType,
    _umsMsgType: first.what === 'reaction' ? 'reaction' : first.content.kind,
    _umsMsgId: first.providerId ?? undefined,
    _umsMsgOriginTime: first.originTime === null ? undefined : new Date(first.originTime).toISOString(),
    _umsFromAddr: from?.value,
    // The number that was written to, which is not the channel's when that takes several.
    _umsToAddr: first.businessNumber ?? channel.displayNumber,
    [NUMBER_KEY]: first.businessNumberId,
    [NICKNAME]: contact.attributes[NICKNAME],
    PhoneNumber: phone,
    _umsMsgPlainText: text,
    Subject: subjectOf(text),
    [GROUP_KEY]: first.groupId,
    [ADVERT_KEY]: first.what === 'message' ? advertTime(first) : undefined,
  };
  return known(data);
}

/** What a session begins with that the business begins; the number that was written to before is written from. */
export function outboundData(
  serverName: string,
  channel: ChannelConfig,
  contact: Contact,
  { text, previous }: { readonly text: string; readonly previous: Interaction | undefined },
): Record<string, string> {
  const to = contact.identities.find((entry) => entry.type === 'wa-id') ?? contact.identities[0];
  return known({
    _umsInboundIxnSubmittedBy: serverName,
    _umsChannel: channel.name,
    _umsMediaType: 'whatsapp',
    _umsMediaTypeChat: channel.mediaType,
    _umsFromAddr: to?.value,
    _umsToAddr: previous?.attachedData._umsToAddr ?? channel.displayNumber,
    [NUMBER_KEY]: previous?.attachedData[NUMBER_KEY],
    [NICKNAME]: contact.attributes[NICKNAME],
    PhoneNumber: contact.identities.find((entry) => entry.type === 'phone')?.value,
    _umsOutboundSessionConfig: previous?.attachedData._umsOutboundSessionConfig,
    Subject: subjectOf(text),
  });
}

function known(data: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

/** When the customer came from an advert; undefined when they did not. */
export function advertTime(message: InboundMessage): string | undefined {
  return message.fromAdvert && message.originTime !== null ? String(message.originTime) : undefined;
}

function subjectOf(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  const characters = [...line.trim()];
  return characters.length > SUBJECT ? `${characters.slice(0, SUBJECT - 1).join('')}…` : characters.join('');
}
