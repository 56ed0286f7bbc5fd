import { z } from 'zod';
import type { Result } from '#shared/result.ts';
import { type OperationName, operations } from './operations.ts';

/** One request to the worker. The answer carries the same number. */
export const requestSchema = z.object({
  number: z.int(),
  operation: z.string().refine((name): name is OperationName => Object.hasOwn(operations, name)),
  params: z.unknown(),
});
export type CacheRequest = z.infer<typeof requestSchema>;

/** `bug`: the worker threw; the text is for the log. */
export type CacheAnswer =
  | { readonly number: number; readonly result: Result<unknown> }
  | { readonly number: number; readonly bug: string };
