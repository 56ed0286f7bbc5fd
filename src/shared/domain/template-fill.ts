import { z } from 'zod';
import { fileSourceSchema } from './file-source.ts';

/** The values of a template's parameters, by their names; missing ones are refused by the send gate. */
export const templateFillSchema = z.object({
  /** Of the header's text. */
  header: z.record(z.string(), z.string()),
  /** The header's file, for a template whose header is one. */
  file: fileSourceSchema.nullable(),
  body: z.record(z.string(), z.string()),
  /** Of buttons, by their place from 0: the end of an address, or a code. */
  buttons: z.record(z.string().regex(/^\d$/), z.string()),
});
export type TemplateFill = z.infer<typeof templateFillSchema>;
