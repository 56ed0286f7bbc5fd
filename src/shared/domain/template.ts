import { z } from 'zod';
import { nameSchema, timestampSchema } from './message.ts';

/** Where a template stands with the provider (WA-4); only an approved one can be sent. */
export const templateStatusSchema = z.enum([
  'approved',
  'pending',
  'rejected',
  'paused',
  'disabled',
  'in-appeal',
  'pending-deletion',
  'archived',
  'deleted',
]);
export type TemplateStatus = z.infer<typeof templateStatusSchema>;

export const templateCategorySchema = z.enum(['marketing', 'utility', 'authentication']);
export type TemplateCategory = z.infer<typeof templateCategorySchema>;

export const mediaFormatSchema = z.enum(['image', 'video', 'document']);
export type MediaFormat = z.infer<typeof mediaFormatSchema>;

/** One text of a template with the names of its parameters in order: `1`, `2` or names (UI-7). */
const templateTextSchema = z.object({
  text: z.string(),
  parameters: z.array(z.string()),
  /** What stood there when it was submitted, by parameter. */
  examples: z.record(z.string(), z.string()),
});
export type TemplateText = z.infer<typeof templateTextSchema>;

export const templateHeaderSchema = z.discriminatedUnion('format', [
  templateTextSchema.extend({ format: z.literal('text') }),
  /** `exampleUrl`: the file it was submitted with, where the provider shows it. */
  z.object({ format: mediaFormatSchema, exampleUrl: z.string().optional() }),
]);
export type TemplateHeader = z.infer<typeof templateHeaderSchema>;

export const templateButtonSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('quick-reply'), title: z.string() }),
  /** `url` may end with one parameter, `{{1}}`. */
  z.object({
    type: z.literal('url'),
    title: z.string(),
    url: z.string(),
    hasParameter: z.boolean(),
    example: z.string(),
  }),
  z.object({ type: z.literal('call'), title: z.string(), phoneNumber: z.string() }),
  z.object({ type: z.literal('copy-code'), title: z.string(), example: z.string() }),
]);
export type TemplateButton = z.infer<typeof templateButtonSchema>;

/** A notification template as the provider has it (WA-4); agents know it by name and language. */
export const templateSchema = z.object({
  /** The provider's id. */
  id: z.string(),
  channel: nameSchema,
  name: z.string().min(1).max(512),
  language: z.string().min(1).max(20),
  category: templateCategorySchema,
  status: templateStatusSchema,
  /** The provider's word for why it was rejected or paused; null while there is none. */
  reason: z.string().nullable(),
  quality: z.enum(['green', 'yellow', 'red', 'unknown']),
  parameterFormat: z.enum(['positional', 'named']),
  header: templateHeaderSchema.nullable(),
  body: templateTextSchema,
  footer: z.string().nullable(),
  buttons: z.array(templateButtonSchema),
  /** Kinds of component this version does not know (`CAROUSEL`, `FLOW` …): it is listed and cannot be sent from here. */
  unknownParts: z.array(z.string()),
});
export type Template = z.infer<typeof templateSchema>;

/** What names a template when sending: one name has a template for each language. */
export const templateKeySchema = templateSchema.pick({ name: true, language: true });
export type TemplateKey = z.infer<typeof templateKeySchema>;

/** All of a channel's templates, and how fresh they are. */
export const templateListSchema = z.object({
  channel: nameSchema,
  templates: z.array(templateSchema),
  /** When the provider was last asked with success; null: never. */
  refreshedAt: timestampSchema.nullable(),
  /** Why the last attempt failed; null while all is well. */
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      retryable: z.boolean(),
      /** The provider's own code, when its words are in the message. */
      providerCode: z.string().optional(),
    })
    .nullable(),
});
export type TemplateList = z.infer<typeof templateListSchema>;
