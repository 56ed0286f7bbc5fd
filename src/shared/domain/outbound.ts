import { z } from 'zod';
import { fileSourceSchema } from './file-source.ts';
import { idSchema } from './message.ts';
import { listSectionSchema } from './structured-body.ts';
import { mediaFormatSchema, templateKeySchema } from './template.ts';
import { templateFillSchema } from './template-fill.ts';

const replyButtonSchema = z.object({ id: z.string().max(256), title: z.string().max(200) });
const interactiveHeaderSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal('text'), text: z.string().max(1000) }),
  z.object({ format: mediaFormatSchema, file: fileSourceSchema }),
]);
const interactiveShape = {
  header: interactiveHeaderSchema.nullable(),
  body: z.string().max(100_000),
  footer: z.string().max(1000).nullable(),
};

/** Within the customer service window only; limits are the send gate's (WA-1). */
export const interactiveContentSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('buttons'), ...interactiveShape, buttons: z.array(replyButtonSchema).max(100) }),
  z.object({
    type: z.literal('list'),
    ...interactiveShape,
    button: z.string().max(200),
    sections: z.array(listSectionSchema).max(100),
  }),
  z.object({ type: z.literal('url'), ...interactiveShape, title: z.string().max(200), url: z.string().max(2000) }),
]);
export type InteractiveContent = z.infer<typeof interactiveContentSchema>;

/** Provider id of the message that is quoted. */
const quotedProviderId = z.string().optional();

/** What an agent asks to be sent; one variant a kind, more come with later capabilities (WA-6). */
export const outboundContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().min(1), previewUrl: z.boolean().optional(), quotedProviderId }),
  /**
   * Makes no message of its own: it changes what stands with its target. Named by our id, since an agent may react to
   * an answer of theirs that the provider has no id for yet.
   */
  z.object({
    kind: z.literal('reaction'),
    messageId: idSchema,
    /** One emoji; empty takes the business's reaction back. */
    emoji: z.string().max(64),
  }),
  /** A notification (UI-7). */
  z.object({ kind: z.literal('template'), template: templateKeySchema, fill: templateFillSchema }),
  z.object({ kind: z.literal('interactive'), interactive: interactiveContentSchema, quotedProviderId }),
  /** A file of the standard response library (UI-6). */
  z.object({
    kind: z.literal('file'),
    /** As what the customer sees it. */
    mediaKind: mediaFormatSchema.or(z.enum(['audio', 'sticker'])),
    file: fileSourceSchema,
    caption: z.string().max(10_000).optional(),
  }),
]);
export type OutboundContent = z.infer<typeof outboundContentSchema>;
export type OutboundKind = OutboundContent['kind'];

/** The words of it as far as it has them by itself: what a notice shows as text. */
export function textOf(content: OutboundContent): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'reaction':
      return content.emoji;
    case 'template':
      return Object.values(content.fill.body).join(' ') || content.template.name;
    case 'interactive':
      return content.interactive.body;
    case 'file':
      return content.caption ?? content.file.name;
  }
}
