import { z } from 'zod';
import { interactionSchema } from '../domain/interaction.ts';
import { idSchema, messageSchema } from '../domain/message.ts';
import { sessionPlaceSchema } from '../protocol/sessions.ts';

/** A finished session as the transcript shows it above the one at hand (UI-3). */
export const sessionSchema = z.object({
  interaction: interactionSchema,
  /** Its newest messages in transcript order. */
  messages: z.array(messageSchema),
  /** It has more; `transcript.older` brings them. */
  hasOlder: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

/** Earlier sessions of the contact of an interaction at hand: what this desk knows at once, or what the server knows. */
export const earlierSessions = {
  params: z.object({
    interactionId: idSchema,
    before: sessionPlaceSchema,
    /** Option `transcript-interactions-count`. */
    count: z.int().min(1).max(1000),
    /** Option `show-cross-channel-messages`. */
    allChannels: z.boolean(),
    from: z.enum(['cache', 'server']),
  }),
  /** Newest first. */
  result: z.object({ sessions: z.array(sessionSchema), hasEarlier: z.boolean() }),
} as const;

export const searchHitSchema = z.object({
  message: messageSchema,
  /** When its session began, to load it. */
  session: sessionPlaceSchema,
  /** Words around what was found, which stands between U+0002 and U+0003. */
  excerpt: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** Search over everything cached of the contact of an interaction at hand; newest first. */
export const transcriptSearch = {
  params: z.object({ interactionId: idSchema, typed: z.string().max(500) }),
  result: z.array(searchHitSchema),
} as const;
