import type { Attachment, Message, MessageKind } from '../domain/message.ts';
import { type OutboundContent, textOf } from '../domain/outbound.ts';
import type { Template } from '../domain/template.ts';
import { structuredBodyOf } from './structured-body.ts';

/** What a message holds of what was sent: the same on the desk that queues it and on the server that takes it. */
export type SentMessage = Pick<Message, 'kind' | 'text' | 'attachment' | 'interactive'>;

/** `template`: that of a notification, as it stands now; the message keeps what it made of it. */
export function sentMessage(content: OutboundContent, template?: Template): SentMessage {
  const body = structuredBodyOf(content, template) ?? null;
  return {
    kind: kindOf(content),
    text: body?.body ?? textOf(content),
    attachment: attachmentOf(content),
    interactive: body,
  };
}

function kindOf(content: OutboundContent): MessageKind {
  return content.kind === 'file' ? content.mediaKind : content.kind;
}

function attachmentOf(content: OutboundContent): Attachment | null {
  if (content.kind !== 'file') return null;
  const { file, caption } = content;
  return { fileName: file.name, ...(caption === undefined ? {} : { caption }) };
}
