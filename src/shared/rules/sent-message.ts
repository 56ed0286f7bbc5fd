import type { FileSource } from '../domain/file-source.ts';
import type { Attachment, Message, MessageKind } from '../domain/message.ts';
import { type OutboundContent, textOf } from '../domain/outbound.ts';
import type { StructuredBody } from '../domain/structured-body.ts';
import type { Template } from '../domain/template.ts';
import { interactiveIn, structuredBodyOf, structureIn } from './structured-body.ts';

/** What a message holds of what was sent: the same on the desk that queues it and on the server that takes it. */
const MEDIA_KINDS = ['image', 'video', 'document', 'audio', 'sticker'] as const;

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
  return { fileName: file.name, source: file, ...(caption === undefined ? {} : { caption }) };
}

/** What can be sent again of a message that stands in the transcript; undefined where it does not hold all of it. */
export function contentAgain(message: Message): OutboundContent | undefined {
  const { kind, text, attachment } = message;
  const quotedProviderId = message.quoted?.providerId;
  const quoted = quotedProviderId === undefined ? {} : { quotedProviderId };
  if (kind === 'text' && text !== '') return { kind, text, ...quoted };
  const structure = structureIn(message);
  if (structure?.template) return notificationAgain(structure.template);
  if (structure) return interactiveAgain(structure, quoted);
  return attachment?.source && fileAgain(kind, attachment, attachment.source);
}

function notificationAgain({
  fill,
  ...template
}: NonNullable<StructuredBody['template']>): OutboundContent | undefined {
  return fill && { kind: 'template', template, fill };
}

function interactiveAgain(
  structure: StructuredBody,
  quoted: { readonly quotedProviderId?: string },
): OutboundContent | undefined {
  const interactive = interactiveIn(structure);
  return interactive && { kind: 'interactive', interactive, ...quoted };
}

function fileAgain(kind: MessageKind, { caption }: Attachment, file: FileSource): OutboundContent | undefined {
  const mediaKind = MEDIA_KINDS.find((media) => media === kind);
  return mediaKind && { kind: 'file', mediaKind, file, ...(caption === undefined ? {} : { caption }) };
}
