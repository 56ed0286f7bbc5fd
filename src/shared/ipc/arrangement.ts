import { z } from 'zod';
import { idSchema } from '../domain/message.ts';

/** More than any capacity allows; what was pinned once and is gone leaves with the next change. */
const MOST = 1000;

/** How an agent arranged "My interactions" (UI-1): what stays on top, and an order by hand in place of the waiting. */
export const arrangementSchema = z.object({
  pinned: z.array(idSchema).max(MOST).readonly(),
  /** Null: the longest waiting first. */
  order: z.array(idSchema).max(MOST).readonly().nullable(),
});
export type Arrangement = z.infer<typeof arrangementSchema>;

export const noArrangement: Arrangement = { pinned: [], order: null };
