import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type StandardResponse, standardResponseSchema } from '#shared/domain/standard-response.ts';
import { ok, refuse } from '#shared/result.ts';
import type { FindLibraryFile } from '../../library/library-files.ts';
import { FileAnswer, fileAnswerSchema } from '../file-answer.ts';
import { notFound } from '../refusals.ts';
import { type Route, securedRoute } from '../route.ts';

/** Bytes. Larger ones are not for looking at. */
const LARGEST_FILE = 16 * 1024 * 1024;

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

/** A file of the library, for showing what is sent with a response (UI-7). */
export function responseFileRoute(files: FindLibraryFile): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/standard-responses/files/:name',
    summary: 'A file of the standard responses',
    params: z.object({ name: z.string().min(1).max(255) }),
    response: fileAnswerSchema,
    refusals: ['not-found', 'file-too-large'],
    async handle({ params: { name } }) {
      const file = await files(name);
      if (!file) return notFound('file');
      if (file.size > LARGEST_FILE) return refuse('file-too-large', 'This file is too large to be looked at here.');
      // It may be gone since it was found.
      const content = await readFile(file.path).catch(() => undefined);
      return content ? ok(new FileAnswer(file.mimeType, content)) : notFound('file');
    },
  });
}

function isIn({ category }: StandardResponse, wanted: string | undefined): boolean {
  return wanted === undefined || category === wanted || category.startsWith(`${wanted}/`);
}

function isFor({ language }: StandardResponse, wanted: string | undefined): boolean {
  return wanted === undefined || language === '' || language.toLowerCase() === wanted.toLowerCase();
}
