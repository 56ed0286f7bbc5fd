import { z } from 'zod';
import { nameSchema } from '../domain/message.ts';
import { standardResponseSchema } from '../domain/standard-response.ts';
import {
  templateButtonSchema,
  templateCategorySchema,
  templateHeaderSchema,
  templateListSchema,
  templateSchema,
} from '../domain/template.ts';

const ofChannel = z.object({ channel: nameSchema });

/**
 * A template as an administrator hands it in (WA-4): parameters of its texts with an example each. A header can be a
 * text; one with a file takes the provider's own upload, which this version does not have.
 */
export const templateDraftSchema = z.object({
  channel: nameSchema,
  name: z.string().max(512),
  language: z.string().max(20),
  category: templateCategorySchema,
  header: templateHeaderSchema.options[0].pick({ text: true, examples: true }).nullable(),
  body: templateSchema.shape.body.pick({ text: true, examples: true }),
  footer: z.string().max(1000).nullable(),
  buttons: z.array(templateButtonSchema).max(20),
});
export type TemplateDraft = z.infer<typeof templateDraftSchema>;

/** What the server keeps for agents to send: templates of the provider, and standard responses (WA-4, UI-6). */
export const libraryMethods = {
  /** What is known, at once. Refused with `channel-unknown`. */
  'template.list': { params: ofChannel, result: templateListSchema },
  /** Asks the provider first; when that fails, the list says why. Refused with `channel-unknown`. */
  'template.refresh': { params: ofChannel, result: templateListSchema },
  /** Refused with `template-invalid` (the field is in the sentence), `template-refused` (by the provider, in its words). */
  'template.create': { params: templateDraftSchema, result: templateListSchema },
  /** The whole content anew; where the provider allows no change: `template-refused`. Else as with create, and `not-found`. */
  'template.edit': { params: templateDraftSchema.extend({ id: z.string() }), result: templateListSchema },
  /** Of one language. Refused with `not-found`, `template-refused`. */
  'template.delete': { params: ofChannel.extend({ id: z.string() }), result: templateListSchema },
  /** `after`: the last response of the page before, when that said that there are more; absent: from the first. */
  'response.list': {
    params: z.object({ after: z.string().max(200).optional() }),
    result: z.object({ responses: z.array(standardResponseSchema), hasMore: z.boolean() }),
  },
} as const;

/** From server to desk: a list of the library is another one now. Its owner asks for it again. */
export const libraryFrameSchema = z.object({
  type: z.literal('library'),
  what: z.enum(['templates', 'responses']),
  /** Whose templates; null for responses. */
  channel: nameSchema.nullable(),
});
export type LibraryFrame = z.infer<typeof libraryFrameSchema>;
