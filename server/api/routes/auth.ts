import { z } from 'zod';
import {
  loginRequestSchema,
  loginResponseSchema,
  refreshRequestSchema,
  verifyRequestSchema,
} from '#shared/protocol/login.ts';
import { refuse } from '#shared/result.ts';
import type { Authenticator } from '../../auth/authenticator.ts';
import { openRoute, type Route, securedRoute } from '../route.ts';

/** From one address; a whole floor of agents behind one may log in within a few minutes. */
const LOGINS_PER_MINUTE = 30;
const REFRESHES_PER_MINUTE = 120;

/** Login and its renewal (API-1, SEC-1). */
export function authRoutes({ authenticator }: { readonly authenticator: Authenticator }): readonly Route[] {
  return [
    openRoute({
      method: 'POST',
      path: '/api/v1/auth/login',
      summary: 'Log an agent in: a bearer token, and a refresh token for the next one',
      access: 'open',
      perMinute: LOGINS_PER_MINUTE,
      body: loginRequestSchema,
      response: loginResponseSchema,
      refusals: ['login-failed', 'login-locked'],
      handle: ({ body }) => authenticator.logIn(body),
    }),
    openRoute({
      method: 'POST',
      path: '/api/v1/auth/refresh',
      summary: 'A new pair of tokens for a refresh token, which is used up by that',
      access: 'open',
      perMinute: REFRESHES_PER_MINUTE,
      body: refreshRequestSchema,
      response: loginResponseSchema,
      refusals: ['token-invalid', 'token-expired'],
      handle: ({ body }) => authenticator.refresh(body.refreshToken),
    }),
    securedRoute({
      method: 'POST',
      path: '/api/v1/auth/verify',
      summary: 'Whether this is the password of the agent whose token is sent: what a locked desk asks',
      perMinute: LOGINS_PER_MINUTE,
      body: verifyRequestSchema,
      response: z.object({}),
      refusals: ['password-wrong', 'login-locked'],
      async handle({ body }, principal) {
        if (principal.kind !== 'agent') return refuse('forbidden', 'Only an agent has a password to be checked.');
        return authenticator.verifyPassword(principal.agent, body.password);
      },
    }),
  ];
}
