import { z } from 'zod';
import { type Contact, contactSchema } from '#shared/domain/contact.ts';
import { isoTime, isoTimeSchema } from './time.ts';

/** A contact as REST shows it. */
export const contactViewSchema = z.object({
  ...contactSchema.shape,
  createdAt: isoTimeSchema,
  updatedAt: isoTimeSchema,
});
export type ContactView = z.infer<typeof contactViewSchema>;

export function viewContact(contact: Contact): ContactView {
  return { ...contact, createdAt: isoTime(contact.createdAt), updatedAt: isoTime(contact.updatedAt) };
}
