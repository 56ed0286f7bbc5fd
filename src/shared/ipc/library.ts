import { z } from 'zod';
import { nameSchema } from '../domain/message.ts';
import { standardResponseSchema } from '../domain/standard-response.ts';
import { templateListSchema } from '../domain/template.ts';
import { libraryMethods } from '../protocol/library.ts';

/** Tells pages when to ask again: each number grows when its list is another one. */
export const libraryViewSchema = z.object({
  /** By channel; one that is not here was never asked for. */
  templates: z.record(nameSchema, z.int().nonnegative()),
  responses: z.int().nonnegative(),
});
export type LibraryView = z.infer<typeof libraryViewSchema>;

/**
 * Templates and standard responses for pages (WA-4, UI-6). Lists come from memory or the cache at once, without a
 * connection as well, and are asked for anew behind that; `library` in the picture grows when something else came.
 */
export const libraryChannels = {
  /** Refused with `offline` when this desk has never had the list. */
  'template.list': { params: libraryMethods['template.list'].params, result: templateListSchema },
  'template.refresh': libraryMethods['template.refresh'],
  'template.create': libraryMethods['template.create'],
  'template.edit': libraryMethods['template.edit'],
  'template.delete': libraryMethods['template.delete'],
  /** All of them. Refused as `template.list` is. */
  'response.list': { params: z.object({}), result: z.object({ responses: z.array(standardResponseSchema) }) },
} as const;
