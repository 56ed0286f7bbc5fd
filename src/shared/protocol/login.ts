import { z } from 'zod';
import { nameSchema, timestampSchema } from '../domain/message.ts';

/** Characters. */
export const LONGEST_PLACE = 100;

/** Where an agent sits, in their own words (UI-12); empty: nowhere in particular. */
export const placeSchema = z.string().trim().max(LONGEST_PLACE);

/** `POST /api/v1/auth/login`. Refused with `login-failed` (401) or `login-locked` (429, after too many failures). */
export const loginRequestSchema = z.object({
  agent: z.string().min(1).max(200),
  password: z.string().max(1024),
  place: placeSchema.optional(),
});
export type LoginRequest = z.infer<typeof loginRequestSchema>;

export const loginResponseSchema = z.object({
  agent: z.object({ name: nameSchema, displayName: z.string() }),
  /** Bearer token for REST and the agent socket. */
  token: z.string(),
  expiresAt: timestampSchema,
  /** Single use: `POST /api/v1/auth/refresh` answers with a new pair. */
  refreshToken: z.string(),
});
export type LoginResponse = z.infer<typeof loginResponseSchema>;

export const refreshRequestSchema = z.object({ refreshToken: z.string().min(1).max(8192) });

/**
 * `POST /api/v1/auth/verify`, with the bearer token of the agent whose password it is. Refused with `password-wrong`
 * (403, for the token itself is right) or `login-locked` (429).
 */
export const verifyRequestSchema = z.object({ password: z.string().max(1024) });

/** `GET /trial/agents`, only in trial mode: whom the login page offers, with the sample password. */
export const trialAgentsSchema = z.array(
  z.object({ name: nameSchema, displayName: z.string(), groups: z.array(z.string()), password: z.string() }),
);
export type TrialAgent = z.infer<typeof trialAgentsSchema>[number];
