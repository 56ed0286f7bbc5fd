import { z } from 'zod';
import { fileSourceSchema } from './file-source.ts';
import { mediaFormatSchema, templateKeySchema } from './template.ts';
import { templateFillSchema } from './template-fill.ts';

export const bodyHeaderSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal('text'), text: z.string() }),
  z.object({ format: mediaFormatSchema, file: fileSourceSchema.nullable() }),
]);
export type BodyHeader = z.infer<typeof bodyHeaderSchema>;

export const bodyButtonSchema = z.discriminatedUnion('type', [
  /** `id` comes back with the customer's choice. */
  z.object({ type: z.literal('reply'), id: z.string(), title: z.string() }),
  z.object({ type: z.literal('url'), title: z.string(), url: z.string() }),
  z.object({ type: z.literal('call'), title: z.string(), phoneNumber: z.string() }),
  z.object({ type: z.literal('copy-code'), title: z.string(), code: z.string() }),
]);
export type BodyButton = z.infer<typeof bodyButtonSchema>;

export const listRowSchema = z.object({ id: z.string(), title: z.string(), description: z.string().optional() });
export type ListRow = z.infer<typeof listRowSchema>;
export const listSectionSchema = z.object({ title: z.string(), rows: z.array(listRowSchema) });
export type ListSection = z.infer<typeof listSectionSchema>;

/**
 * A notification, reply buttons or a list as the customer sees it (UI-3, UI-7): editor preview and transcript draw this
 * one model. It is what `message.interactive` holds for the kinds `template` and `interactive`.
 */
export const structuredBodySchema = z.object({
  type: z.literal('structured'),
  /** Only of a notification. `fill`: what it was filled with, to send it again; earlier versions did not keep it. */
  template: templateKeySchema.extend({ fill: templateFillSchema.optional() }).nullable(),
  header: bodyHeaderSchema.nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(bodyButtonSchema),
  list: z.object({ button: z.string(), sections: z.array(listSectionSchema) }).nullable(),
});
export type StructuredBody = z.infer<typeof structuredBodySchema>;
