import { z } from 'zod';
import { type Consent, consentSchema } from '#shared/domain/consent.ts';
import { type Contact, contactSchema } from '#shared/domain/contact.ts';
import { isoTime, isoTimeSchema } from './time.ts';

const { channel, optIn, optOut } = consentSchema.shape;

const consentViewSchema = z.object({
  channel,
  optIn: optIn.unwrap().extend({ at: isoTimeSchema }).nullable(),
  optOut: optOut.unwrap().extend({ at: isoTimeSchema }).nullable(),
});

/** A contact as REST shows it. */
export const contactViewSchema = z.object({
  ...contactSchema.shape,
  consents: z.array(consentViewSchema),
  createdAt: isoTimeSchema,
  updatedAt: isoTimeSchema,
});
export type ContactView = z.infer<typeof contactViewSchema>;

export function viewContact(contact: Contact): ContactView {
  const { consents = [], createdAt, updatedAt } = contact;
  return {
    ...contact,
    consents: consents.map(viewConsent),
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}

function viewConsent({ channel, optIn, optOut }: Consent): z.infer<typeof consentViewSchema> {
  return {
    channel,
    optIn: optIn && { ...optIn, at: isoTime(optIn.at) },
    optOut: optOut && { ...optOut, at: isoTime(optOut.at) },
  };
}
