import { z } from 'zod';

/** Lengths that Graph refuses with code 100; those it refuses with 131009 are in `interactive-limits.ts`. */
const longestText = 4096;
const longestCaption = 1024;
const mostContacts = 257;

const media = z.looseObject({ id: z.string().min(1).optional(), link: z.string().min(1).optional() });
const captioned = media.extend({ caption: z.string().max(longestCaption).optional() });
const coordinate = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]);

/** The parameter of each kind that can be sent (31-cloud-api section 6); unknown members are let through. */
export const kindSchemas = {
  text: z.looseObject({ body: z.string().min(1).max(longestText), preview_url: z.boolean().optional() }),
  image: captioned,
  video: captioned,
  audio: media.extend({ voice: z.boolean().optional() }),
  document: captioned.extend({ filename: z.string().optional() }),
  sticker: media,
  location: z.looseObject({
    latitude: coordinate,
    longitude: coordinate,
    name: z.string().optional(),
    address: z.string().optional(),
  }),
  contacts: z
    .array(z.looseObject({ name: z.looseObject({ formatted_name: z.string().min(1) }) }))
    .min(1)
    .max(mostContacts),
  reaction: z.looseObject({ message_id: z.string().min(1), emoji: z.string().optional() }),
  interactive: z.looseObject({
    type: z.enum([
      'button',
      'list',
      'cta_url',
      'location_request_message',
      'flow',
      'product',
      'product_list',
      'catalog_message',
      'carousel',
      'address_message',
      'request_contact_info',
      'call_permission_request',
      'voice_call',
    ]),
    body: z.looseObject({ text: z.string().min(1) }).optional(),
    header: z.looseObject({ type: z.string(), text: z.string().optional() }).optional(),
    footer: z.looseObject({ text: z.string() }).optional(),
    action: z.looseObject({}),
  }),
  template: z.looseObject({
    name: z.string().min(1),
    language: z.looseObject({ code: z.string().min(1) }),
    components: z
      .array(
        z.looseObject({
          type: z.string(),
          sub_type: z.string().optional(),
          index: z.union([z.string(), z.number()]).optional(),
          parameters: z.array(z.looseObject({ type: z.string() })).optional(),
        }),
      )
      .optional(),
  }),
} as const;

export type MessageKind = keyof typeof kindSchemas;
export type TemplateRequest = z.infer<(typeof kindSchemas)['template']>;
export type InteractiveRequest = z.infer<(typeof kindSchemas)['interactive']>;

export const messageKinds = Object.keys(kindSchemas) as readonly MessageKind[];

/** Kinds whose parameter names a file. */
export const mediaKinds: readonly string[] = ['image', 'video', 'audio', 'document', 'sticker'];

/** The members all messages share (31-cloud-api section 4). */
export const envelopeSchema = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.enum(['individual', 'group']).optional(),
  to: z.union([z.string(), z.number()]).optional(),
  recipient: z.string().optional(),
  type: z.enum(messageKinds as [MessageKind, ...MessageKind[]]).default('text'),
  context: z.looseObject({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
});

export type MessageEnvelope = z.infer<typeof envelopeSchema>;

/** A read mark, with or without the typing indicator. */
export const readMarkSchema = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.looseObject({ type: z.literal('text') }).optional(),
});
