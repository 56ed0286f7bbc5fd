import { explain } from '#plugins/whatsapp/rules/finding.ts';
import { checkConsent } from '#plugins/whatsapp/rules/gate/consent.ts';
import type { Contact } from '#shared/domain/contact.ts';
import type { Interaction, ServiceWindow } from '#shared/domain/interaction.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import { channelPrivilege } from '#shared/options/privileges.ts';
import type { SessionTarget } from '#shared/protocol/outbound-session.ts';
import { ok, type Refusal, type Result, refuse } from '#shared/result.ts';
import { windowAt } from '#shared/rules/window.ts';
import { channelsOfSessionConfig } from '../../rules/outbound-channels.ts';
import { grantedTo, requireAll } from '../../rules/privileges.ts';
import { sendNeeds } from '../../rules/request-privileges.ts';
import type { Tables } from '../../storage/storage.ts';
import type { ChannelConfig, EngineConfig } from '../config.ts';
import { findContact, resolveContact } from '../receive/contact.ts';
import type { Unit } from '../unit.ts';
import { consentFacts } from './gate.ts';

/** What is looked at before a session is begun. */
export interface SessionFacts {
  readonly tables: Tables;
  readonly config: EngineConfig;
  readonly now: number;
}

/** How things stand between a contact and a channel (WA-9). */
export interface SessionPlace {
  readonly channel: ChannelConfig;
  /** Undefined for a number that nobody is known by. */
  readonly contact: Contact | undefined;
  /** The one that is still open, from whichever session; null: none. */
  readonly window: ServiceWindow | null;
  readonly open: Interaction | undefined;
}

/** Refused with `not-found`; undefined for a number that nobody is known by. */
export async function contactOf({ tables }: SessionFacts, target: SessionTarget): Promise<Result<Contact | undefined>> {
  if ('number' in target) {
    const id = await findContact(tables.contacts, identitiesOf(target.number));
    return ok(id === undefined ? undefined : await tables.contacts.get(id));
  }
  const contact = await tables.contacts.get(target.contactId);
  return contact ? ok(contact) : refuse('not-found', `There is no contact ${target.contactId} on this server.`);
}

/** Makes whoever a number belongs to known; a contact that is named by its id is looked for by `contactOf`. */
export function newContact(unit: Unit, target: SessionTarget): Promise<Contact> {
  if (!('number' in target)) throw new Error('a contact that is named by its id was not found');
  return resolveContact(unit, { identities: identitiesOf(target.number), profileName: undefined });
}

/** A number as the identities of whoever it belongs to. */
function identitiesOf(number: string) {
  const digits = number.replace(/^\+/, '');
  return [
    { type: 'wa-id', value: digits },
    { type: 'phone', value: `+${digits}` },
  ] as const;
}

/** The channels on which sessions with the contact may be begun (SRV-9): as their last interaction says, else the option. */
export async function channelsFor({ tables, config }: SessionFacts, contact: Contact | undefined) {
  const [last] = contact ? await tables.interactions.list({ contactId: contact.id, limit: 1 }) : [];
  const named = channelsOfSessionConfig(last?.attachedData._umsOutboundSessionConfig) ?? config.outboundChannels;
  return config.channels.filter(({ name }) => named === null || named.includes(name));
}

export async function placeOf(
  { tables, now }: SessionFacts,
  channel: ChannelConfig,
  contact: Contact | undefined,
): Promise<SessionPlace> {
  if (!contact) return { channel, contact, window: null, open: undefined };
  const open = await tables.interactions.open(channel.name, contact.id, '');
  const window = (await tables.interactions.latestWindow(channel.name, contact.id)) ?? null;
  return { channel, contact, open, window: windowAt(window, now).state === 'open' ? window : null };
}

/** Why the agent cannot begin a session there, whatever they want to send; undefined when they can. */
export function obstacleTo({ config }: SessionFacts, agent: string, place: SessionPlace): Refusal | undefined {
  return (
    refusalOf(mayStart(config, agent, place.channel)) ?? takenBy(config, agent, place) ?? withoutLeave(config, place)
  );
}

function mayStart(config: EngineConfig, agent: string, channel: ChannelConfig): Result<null> {
  const { use, reply } = sendNeeds(channel.name);
  const needs = [use, channelPrivilege(channel.name, 'canStartOutbound'), reply];
  const allowed = requireAll(grantedTo(config.grants, agent), needs);
  if (!allowed.ok || channel.allowList.length === 0) return allowed;
  const groups = config.agents.find(({ name }) => name === agent)?.groups ?? [];
  const isListed = channel.allowList.some(({ kind, name }) =>
    kind === 'agent' ? name === agent : groups.includes(name),
  );
  if (isListed) return allowed;
  const message = `Only certain agents begin sessions on ${channel.displayName}, and you are not among them. Ask your administrator.`;
  return refuse('forbidden', message);
}

/** True when the open session is in the agent's own hands, or put aside by them. */
export function isTheirs({ agent, workbin }: Interaction, name: string): boolean {
  return agent === name || workbin?.owner === name;
}

function takenBy(config: EngineConfig, agent: string, { open, channel }: SessionPlace): Refusal | undefined {
  if (!open || isTheirs(open, agent)) return undefined;
  const holder = open.agent ?? open.workbin?.owner ?? open.offer?.agent;
  const name = config.agents.find((entry) => entry.name === holder)?.displayName ?? holder;
  const whose = name === undefined ? `waits in the queue ${open.queue ?? ''}` : whoseIs(open, name, holder === agent);
  const message = `A session with this contact on ${channel.displayName} is open already: it ${whose}. No other one can be begun.`;
  return { code: 'session-open', message, retryable: false };
}

function whoseIs({ stage, workbin }: Interaction, name: string, isMine: boolean): string {
  if (stage === 'workbin') return `is in the workbin ${workbin?.name ?? ''} of ${name}`;
  if (stage !== 'offered') return `is in the hands of ${name}`;
  return isMine ? 'is being offered to you' : `is being offered to ${name}`;
}

/** A session without a window begins with a notification, which needs the customer's leave. */
const NOTIFICATION: OutboundContent = {
  kind: 'template',
  template: { name: '-', language: '-' },
  fill: { header: {}, file: null, body: {}, buttons: {} },
};

function withoutLeave(config: EngineConfig, { channel, contact, window }: SessionPlace): Refusal | undefined {
  const facts = consentFacts(config, channel.name, contact);
  const [finding] = checkConsent(NOTIFICATION, undefined, window !== null, facts);
  return finding && { code: finding.code, message: explain(finding), retryable: false };
}

function refusalOf(result: Result<unknown>): Refusal | undefined {
  return result.ok ? undefined : result.error;
}
