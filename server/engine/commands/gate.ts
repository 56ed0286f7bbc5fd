import type { ConsentFacts } from '#plugins/whatsapp/rules/gate/consent.ts';
import type { Original } from '#plugins/whatsapp/rules/original.ts';
import { checkSend, explain, type SendRequest } from '#plugins/whatsapp/rules/send-gate.ts';
import type { Contact } from '#shared/domain/contact.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { Template } from '#shared/domain/template.ts';
import { hasPrivilege } from '#shared/options/privileges.ts';
import type { Refusal } from '#shared/result.ts';
import { recipientOf } from '../../outbound/recipient.ts';
import { fileNeeds } from '../../rules/attachments.ts';
import { grantedTo } from '../../rules/privileges.ts';
import type { EngineConfig } from '../config.ts';
import type { Unit } from '../unit.ts';

const WHATSAPP = 'InteractionWorkspace.WhatsApp';

/** What the gate is told beside the message; what the message is not about is undefined. */
export interface GateFacts extends Pick<SendRequest, 'interaction' | 'mayAttach'> {
  readonly original: Original | null | undefined;
  readonly template: Template | null | undefined;
  readonly channel: string;
  /** Undefined while nobody is known by the number that is written to. */
  readonly contact: Contact | undefined;
}

/** The gate's first objection, or undefined when the message may leave. There is no way around it (SRV-4). */
export function gateRefusal(unit: Unit, content: OutboundContent, facts: GateFacts): Refusal | undefined {
  const { maxTextBytes } = unit.config;
  const { original, template, channel, contact, ...rest } = facts;
  const recipient = contact && recipientOf(contact, null)?.type;
  const verdict = checkSend({
    ...rest,
    ...(original === undefined ? {} : { original }),
    ...(template === undefined ? {} : { template }),
    ...(recipient === undefined ? {} : { recipient }),
    consent: consentFacts(unit.config, channel, contact),
    content,
    now: unit.now,
    maxTextBytes,
  });
  if (verdict.allowed) return undefined;
  const [finding] = verdict.findings;
  return { code: finding.code, message: explain(finding), retryable: false };
}

/** Whether the agent may send the file of the message (ROLE-1). */
export function mayAttach({ config }: Unit, agent: string, content: OutboundContent): boolean {
  const needed = fileNeeds(content, config.responses);
  return needed === undefined || hasPrivilege(grantedTo(config.grants, agent), `${WHATSAPP}.${needed}`);
}

/** What the contact allows on the channel, and what the channel asks for (WA-9). */
export function consentFacts(config: EngineConfig, channel: string, contact: Contact | undefined): ConsentFacts {
  const consent = contact?.consents?.find((entry) => entry.channel === channel) ?? null;
  const optInRequired = config.channels.find(({ name }) => name === channel)?.optInRequired ?? false;
  return { consent, optInRequired };
}

/** The template of a notification as it stands now; null when the channel has none such, undefined for other kinds. */
export async function templateOf(
  unit: Unit,
  channel: string,
  content: OutboundContent,
): Promise<Template | null | undefined> {
  if (content.kind !== 'template') return undefined;
  return (await unit.tables.templates.named(channel, content.template))?.template ?? null;
}
