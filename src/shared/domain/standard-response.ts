import { z } from 'zod';
import { interactiveContentSchema } from './outbound.ts';
import { templateKeySchema } from './template.ts';
import { templateFillSchema } from './template-fill.ts';

/** A file that goes with a standard response, from the folder `responses/` beside the option files (WA-4). */
export const responseFileSchema = z.object({
  name: z.string().min(1).max(255),
  mimeType: z.string(),
  /** Bytes. */
  size: z.int().nonnegative(),
});
export type ResponseFile = z.infer<typeof responseFileSchema>;

/** What stands in place of a plain text; its texts may hold field codes. */
export const responseStructureSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('notification'), template: templateKeySchema, fill: templateFillSchema }),
  z.object({ type: z.literal('interactive'), interactive: interactiveContentSchema }),
]);
export type ResponseStructure = z.infer<typeof responseStructureSchema>;

/** One entry of the standard response library (UI-6). */
export const standardResponseSchema = z.object({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  /** Path of the tree, `Support/Shipping`; empty: at its root. */
  category: z.string().max(500),
  /** Language code; empty: for every language. */
  language: z.string().max(20),
  /** Typed as `/shortcut`; empty: none. */
  shortcut: z.string().max(50),
  /** With field codes such as `$Contact.FirstName$`. */
  text: z.string().max(65_536),
  files: z.array(responseFileSchema),
  /** Names of files that should go with it and are not there; left out: all are. */
  missingFiles: z.array(z.string()).optional(),
  structure: responseStructureSchema.nullable(),
  /** What an administrator should mend: a file that is not there, a field code nobody knows. Empty: nothing. */
  faults: z.array(z.string()),
});
export type StandardResponse = z.infer<typeof standardResponseSchema>;
