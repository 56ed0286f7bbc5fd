import { z } from 'zod';
import { LAYER_KINDS } from '../options/effective-options.ts';
import { optionTypeSchema } from '../options/option-types.ts';
import { optionDiagnosticSchema } from '../protocol/option-report.ts';

/** A value and who gave it (OPT-2). `file` is empty and `line` 0 for the built-in default. */
export const sourcedTextSchema = z.object({
  text: z.string(),
  layer: z.enum(LAYER_KINDS),
  /** Of the group, agent or transaction; empty for the other layers. */
  layerName: z.string(),
  file: z.string(),
  line: z.int().nonnegative(),
});
export type SourcedText = z.infer<typeof sourcedTextSchema>;

/** One option with its value and why it has it, for the settings screen. Secrets say only where they come from. */
export const optionInfoSchema = z.object({
  name: z.string(),
  section: z.string(),
  /** Display name of the part that declares it. */
  owner: z.string(),
  type: optionTypeSchema,
  takesEffect: z.enum(['immediately', 'next-interaction', 'next-attempt', 'restart']),
  userSettable: z.boolean(),
  overridable: z.boolean(),
  planned: z.boolean(),
  description: z.string(),
  since: z.string(),
  /** As the files say now. */
  value: sourcedTextSchema,
  /** What it has overridden, the built-in default first. */
  overrode: z.array(sourcedTextSchema),
  /** No later layer may change it. */
  final: z.boolean(),
  /** Takes effect with a restart: what counts until then; null when that is `value`. */
  untilRestart: z.string().nullable(),
});
export type OptionInfo = z.infer<typeof optionInfoSchema>;

/** What the settings screen shows. */
export const optionListSchema = z.object({
  options: z.array(optionInfoSchema),
  diagnostics: z.array(optionDiagnosticSchema),
  /** Where the administrator's files are looked for. */
  folder: z.string(),
  /** `none`: there is no folder, and built-in defaults count; `last-good`: the folder's files are wrong or gone. */
  state: z.enum(['in-force', 'last-good', 'none']),
});
export type OptionList = z.infer<typeof optionListSchema>;
