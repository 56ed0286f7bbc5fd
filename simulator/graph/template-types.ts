import { z } from 'zod';

/** One button of a template, as stored and listed. */
export const buttonSchema = z.looseObject({
  type: z.string().toUpperCase(),
  text: z.string().optional(),
  url: z.string().optional(),
  phone_number: z.string().optional(),
  example: z.union([z.string(), z.array(z.string())]).optional(),
});

/** One component of a template, as stored and listed (31-cloud-api section 9.2). */
export const componentSchema = z.looseObject({
  type: z.string().toUpperCase(),
  format: z.string().toUpperCase().optional(),
  text: z.string().optional(),
  buttons: z.array(buttonSchema).optional(),
  example: z.looseObject({}).optional(),
});

export const templateStatuses = [
  'PENDING',
  'APPROVED',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'IN_APPEAL',
  'PENDING_DELETION',
] as const;

export const templateSchema = z.object({
  id: z.string().regex(/^\d+$/),
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string(),
  status: z.enum(templateStatuses),
  category: z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']),
  parameter_format: z.enum(['POSITIONAL', 'NAMED']).default('POSITIONAL'),
  components: z.array(componentSchema).min(1),
  rejected_reason: z.string().default('NONE'),
  quality_score: z
    .object({ score: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']), date: z.number().optional() })
    .default({ score: 'UNKNOWN' }),
  message_send_ttl_seconds: z.number().int().optional(),
});

export type Template = z.infer<typeof templateSchema>;
export type TemplateComponent = z.infer<typeof componentSchema>;
export type TemplateButton = z.infer<typeof buttonSchema>;

/** The component of a kind, such as `BODY`. */
export function componentOf(template: Template, type: string): TemplateComponent | undefined {
  return template.components.find((component) => component.type === type);
}

/** Placeholders of a text, each once, in order: `1`, `2` or names. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)].map((match) => match[1] ?? ''))];
}
