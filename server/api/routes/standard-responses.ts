import { z } from 'zod';
import { type StandardResponse, standardResponseSchema } from '#shared/domain/standard-response.ts';
import { ok } from '#shared/result.ts';
import { type Route, securedRoute } from '../route.ts';

/** The standard response library (UI-6, API-2), with what an administrator should mend. */
export function standardResponsesRoute(responses: () => readonly StandardResponse[]): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/standard-responses',
    summary: 'The standard responses',
    query: z.object({
      category: z.string().optional().describe('A category such as `Support/Shipping`, with those below it'),
      language: z.string().optional().describe('Those of this language, and those for every language'),
    }),
    response: z.object({ items: z.array(standardResponseSchema) }),
    handle: async ({ query }) => {
      const items = responses().filter((response) => isIn(response, query.category) && isFor(response, query.language));
      return ok({ items });
    },
  });
}

function isIn({ category }: StandardResponse, wanted: string | undefined): boolean {
  return wanted === undefined || category === wanted || category.startsWith(`${wanted}/`);
}

function isFor({ language }: StandardResponse, wanted: string | undefined): boolean {
  return wanted === undefined || language === '' || language.toLowerCase() === wanted.toLowerCase();
}
