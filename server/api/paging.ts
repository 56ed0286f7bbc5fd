import { z } from 'zod';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { PagePosition } from './queries.ts';

/** How many items a list answers when the caller does not say, and at most. */
const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 200;

export const limitSchema = z.coerce
  .number()
  .int()
  .min(1)
  .max(LARGEST_LIMIT)
  .default(DEFAULT_LIMIT)
  .describe(`1 to ${LARGEST_LIMIT}`);

export const cursorSchema = z
  .string()
  .max(400)
  .optional()
  .describe('`nextCursor` of the page before; callers make nothing of what is in it');

/** A list with the way to its next page. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

const positionSchema = z.tuple([z.number(), z.string().max(200)]);

export function writeCursor(position: PagePosition | undefined): string | null {
  if (!position) return null;
  return Buffer.from(JSON.stringify([position.at, position.id])).toString('base64url');
}

/** Refused with `bad-cursor` for a text this server did not make. */
export function readCursor(cursor: string | undefined): Result<PagePosition | undefined> {
  if (cursor === undefined) return ok(undefined);
  try {
    const [at, id] = positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return ok({ at, id });
  } catch {
    return refuse('bad-cursor', 'This cursor is not one of this server. Leave it out to begin at the first page.');
  }
}
