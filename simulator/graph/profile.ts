import { z } from 'zod';
import { defined } from '../json.ts';
import { selectFields } from './fields.ts';
import { graphOk, refuseObject } from './outcome.ts';
import { readParameter } from './parameter-errors.ts';
import type { GraphHandler } from './route.ts';

/** Lengths and values of section 10 of the wire facts. */
const profileSchema = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  about: z.string().min(1).max(139).optional(),
  address: z.string().max(256).optional(),
  description: z.string().max(512).optional(),
  email: z.string().max(128).optional(),
  websites: z
    .array(
      z
        .string()
        .max(256)
        .regex(/^https?:\/\//),
    )
    .max(2)
    .optional(),
  vertical: z
    .enum([
      'OTHER',
      'AUTO',
      'BEAUTY',
      'APPAREL',
      'EDU',
      'ENTERTAIN',
      'EVENT_PLAN',
      'FINANCE',
      'GROCERY',
      'GOVT',
      'HOTEL',
      'HEALTH',
      'NONPROFIT',
      'PROF_SERVICES',
      'RETAIL',
      'TRAVEL',
      'RESTAURANT',
      'ALCOHOL',
      'ONLINE_GAMBLING',
      'PHYSICAL_GAMBLING',
      'OTC_DRUGS',
    ])
    .optional(),
});

const allFields: readonly string[] = [
  'about',
  'address',
  'description',
  'email',
  'profile_picture_url',
  'websites',
  'vertical',
  'messaging_product',
];

/** GET /{phone}/whatsapp_business_profile. */
export const getProfile: GraphHandler = ({ context, id, query }) => {
  const number = context.numbers.find(id);
  if (!number) return refuseObject(id, 'get');
  return graphOk({ data: [selectFields(number.profile, query.fields, allFields)] });
};

/** POST /{phone}/whatsapp_business_profile: given members replace the old ones. */
export const setProfile: GraphHandler = ({ context, id, body }) => {
  const number = context.numbers.find(id);
  if (!number) return refuseObject(id, 'post');
  const change = readParameter(profileSchema, body);
  if (!change.ok) return change;
  const { about, address, description, email, websites, vertical } = change.value;
  number.profile = { ...number.profile, ...defined({ about, address, description, email, websites, vertical }) };
  return graphOk({ success: true });
};
