import { z } from 'zod';
import { timestampSchema } from '../domain/message.ts';

/** A finding about an option file, as it travels: see `OptionDiagnostic`. Never holds a secret. */
export const optionDiagnosticSchema = z.object({
  file: z.string().max(1024),
  line: z.int().nonnegative(),
  column: z.int().nonnegative(),
  code: z.string().max(100),
  severity: z.enum(['warning', 'error', 'fatal']),
  message: z.string().max(2000),
});

/** What a desk says of its option files after it has read them (OPT-3). */
export const optionReportSchema = z.object({
  /** When they were read, server time, ms. */
  at: timestampSchema,
  /** `in-force`: as they stand in the folder; `last-good`: they are wrong or gone, so the last good ones count. */
  state: z.enum(['in-force', 'last-good']),
  /** The first of them; `findings` says how many there are. */
  diagnostics: z.array(optionDiagnosticSchema).max(200),
  findings: z.int().nonnegative(),
});
export type OptionReport = z.infer<typeof optionReportSchema>;
