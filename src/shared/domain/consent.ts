import { z } from 'zod';
import { nameSchema, timestampSchema } from './message.ts';

/** What a contact allows on one channel (WA-9). Kept with the contact; the newest word counts. */
export const consentSchema = z.object({
  channel: nameSchema,
  /** Proof that they agreed to be written to; null while none is recorded. */
  optIn: z.object({ at: timestampSchema, proof: z.string().max(1000), by: z.string() }).nullable(),
  /** They do not want this any more: `marketing` templates, or anything that the business begins. */
  optOut: z
    .object({
      at: timestampSchema,
      scope: z.enum(['marketing', 'all']),
      /** How it became known: the provider's switch, a word the customer wrote, or an agent. */
      source: z.enum(['user-preferences', 'stop-word', 'agent']),
    })
    .nullable(),
  /** When the newest word about opting out was said, also one that took it back: an older one that comes later is none. */
  heardAt: timestampSchema.optional(),
});
export type Consent = z.infer<typeof consentSchema>;
