import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { Template } from '#shared/domain/template.ts';
import { quotedBy } from '#shared/rules/quoted-by.ts';
import { sentMessage } from '#shared/rules/sent-message.ts';
import type { OutboxRow } from '../cache/operations.ts';

export interface Composed {
  readonly id: string;
  readonly interaction: Pick<Interaction, 'id' | 'channel'>;
  readonly content: OutboundContent;
  readonly agent: { readonly name: string; readonly displayName: string };
  /** Server time of the press of Send, ms. */
  readonly pressedAt: number;
  /** The message that is quoted, where it is known. */
  readonly quoted: Pick<Message, 'id' | 'text'> | undefined;
  /** Of a notification. */
  readonly template?: Template | undefined;
}

/**
 * The outbox row of a new message, with the message as the transcript shows it until the server has it. That of a
 * reaction is never shown: what it is about is, see `reactions.ts`.
 */
export function compose({ id, interaction, content, agent, pressedAt, quoted, template }: Composed): OutboxRow {
  const quotedProviderId = quotedBy(content);
  const message: Message = {
    id,
    interactionId: interaction.id,
    channel: interaction.channel,
    direction: 'out',
    ...sentMessage(content, template),
    providerId: null,
    originTime: null,
    arrivalTime: pressedAt,
    arrivalOrder: 0,
    status: 'queued',
    error: null,
    sender: { type: 'agent', id: agent.name, name: agent.displayName },
    quoted:
      quotedProviderId === undefined
        ? null
        : { providerId: quotedProviderId, ...(quoted ? { messageId: quoted.id, text: quoted.text } : {}) },
    location: null,
    contacts: null,
    reactions: [],
    revisions: [],
    revokedAt: null,
  };
  return { id, interactionId: interaction.id, state: 'queued', content, message, error: null };
}

/** The row's message as pages show it: waiting, or failed with its reason. */
export function messageOf(row: OutboxRow): Message {
  if (row.state === 'queued') return row.message;
  return { ...row.message, status: 'failed', error: row.error };
}
