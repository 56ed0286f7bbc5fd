import { z } from 'zod';
import { consentSchema } from '../domain/consent.ts';
import { contactSchema } from '../domain/contact.ts';
import { interactionSnapshotSchema, serviceWindowSchema } from '../domain/interaction.ts';
import { idSchema, nameSchema } from '../domain/message.ts';
import { outboundContentSchema } from '../domain/outbound.ts';
import { PHONE_NUMBER } from '../rules/phone-number.ts';
import { refusalSchema } from './frames.ts';

/** Who is written to: a contact, or a number nobody has written from yet (E.164, with or without plus). */
export const sessionTargetSchema = z.union([
  z.object({ contactId: idSchema }),
  z.object({ number: z.string().regex(PHONE_NUMBER) }),
]);
export type SessionTarget = z.infer<typeof sessionTargetSchema>;

/** How things stand between a contact and a channel, before a session is begun there (WA-9). */
export const channelChoiceSchema = z.object({
  channel: nameSchema,
  displayName: z.string(),
  /** The window that may still be open from an earlier session; null: none, a notification comes first. */
  window: serviceWindowSchema.nullable(),
  consent: consentSchema.nullable(),
  /** The interaction that is open there already, and whose it is. */
  open: z.object({ interactionId: idSchema, agent: nameSchema.nullable() }).nullable(),
  /** Why this agent cannot begin one there; null when they can. */
  refusal: refusalSchema.nullable(),
});
export type ChannelChoice = z.infer<typeof channelChoiceSchema>;

/** Contacts one search answers with at most. */
export const MOST_CONTACTS = 20;

/** Sessions the business begins (WA-9, SRV-4). */
export const outboundSessionMethods = {
  /** Contacts whose name or number holds the text, by name, at most `MOST_CONTACTS`; numbers as people write them. */
  'contact.find': {
    params: z.object({ text: z.string().trim().min(1).max(200) }),
    result: z.object({ contacts: z.array(contactSchema), hasMore: z.boolean() }),
  },
  /**
   * The channels the agent may choose among. `contact`: whom the number belongs to; null for one that nobody is known
   * by. Refused with `not-found`, `forbidden`.
   */
  'session.choices': {
    params: z.object({ target: sessionTargetSchema }),
    result: z.object({ contact: contactSchema.nullable(), choices: z.array(channelChoiceSchema) }),
  },
  /**
   * Begins a session with its first message, through the same gate as any other. `id` is the desk's ULID of the press
   * (SRV-2): asked again, it is answered as the first time. Where the agent has one with the contact, in hand or in a
   * workbin of theirs, that is gone on with. Refused with `forbidden`, `consent-missing`, `opted-out`, `session-open`
   * (somebody has one), `channel-unknown`, `not-found`, `logged-out`, and as `message.send` is.
   */
  'session.start': {
    params: z.object({
      id: idSchema,
      target: sessionTargetSchema,
      channel: nameSchema,
      content: outboundContentSchema,
    }),
    result: interactionSnapshotSchema,
  },
  /**
   * Records or takes back the contact's consent; what is left out stays. Consent that is recorded takes an opt-out back.
   * A number that nobody is known by becomes a contact. Refused with `not-found`, `forbidden`.
   */
  'contact.set-consent': {
    params: z.object({
      target: sessionTargetSchema,
      channel: nameSchema,
      optIn: z
        .object({ proof: z.string().min(1).max(1000) })
        .nullable()
        .optional(),
      optOut: z.enum(['marketing', 'all']).nullable().optional(),
    }),
    result: consentSchema,
  },
} as const;
