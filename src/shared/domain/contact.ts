import { z } from 'zod';
import { consentSchema } from './consent.ts';
import { idSchema, timestampSchema } from './message.ts';

/** One way by which a contact is known; a contact is not a phone number (SRV-3). */
export const identitySchema = z.object({
  type: z.enum(['phone', 'wa-id', 'user-id', 'parent-user-id', 'username']),
  value: z.string().min(1),
});
export type Identity = z.infer<typeof identitySchema>;

export const contactSchema = z.object({
  id: idSchema,
  /** What people read: profile name, else the number or account id. */
  displayName: z.string(),
  identities: z.array(identitySchema),
  /** Contact attributes such as FirstName, PhoneNumber, `_msg_ProfileNickname` (OPT-6). */
  attributes: z.record(z.string(), z.string()),
  /** One a channel, where anything is known (WA-9). */
  consents: z.array(consentSchema).optional(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
});
export type Contact = z.infer<typeof contactSchema>;
