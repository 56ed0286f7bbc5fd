import { z } from 'zod';
import { interactionSchema } from '../domain/interaction.ts';
import { idSchema, nameSchema, timestampSchema } from '../domain/message.ts';

/** A place in a contact's history: sessions begun before this one are earlier. */
export const sessionPlaceSchema = z.object({ createdAt: timestampSchema, id: idSchema });
export type SessionPlace = z.infer<typeof sessionPlaceSchema>;

/** Most sessions one answer holds; a desk that wants more asks again. */
export const MOST_SESSIONS = 50;

/** `contact.sessions`: finished sessions of the contact of an interaction at hand, newest first (UI-3). */
export const contactSessions = {
  params: z.object({
    interactionId: idSchema,
    before: sessionPlaceSchema,
    /** Null: on all channels. */
    channel: nameSchema.nullable(),
    limit: z.int().min(1).max(MOST_SESSIONS),
  }),
  result: z.object({ sessions: z.array(interactionSchema), hasEarlier: z.boolean() }),
} as const;
