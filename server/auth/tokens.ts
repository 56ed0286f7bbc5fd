import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '#shared/clock.ts';
import { idSchema, nameSchema } from '#shared/domain/message.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Principal } from './principal.ts';

const ISSUER = 'replydesk';
const ALGORITHM = 'HS256';

/** How long an agent's token is good for; the refresh token brings the next (API-1). Milliseconds. */
export const ACCESS_TOKEN_LIFETIME = 15 * 60_000;

const claimsSchema = z.discriminatedUnion('role', [
  z.object({ role: z.literal('agent'), sub: nameSchema, sid: idSchema }),
  z.object({ role: z.literal('admin'), sub: nameSchema }),
]);

export interface TokensOptions {
  readonly key: Uint8Array;
  readonly clock: Clock;
}

export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Makes and checks bearer tokens: signed, so that the `token` command works beside a running server. */
export class Tokens {
  readonly #key: Uint8Array;
  readonly #clock: Clock;

  constructor({ key, clock }: TokensOptions) {
    this.#key = key;
    this.#clock = clock;
  }

  /** A token for REST and the agent socket. */
  forAgent(agent: string, sessionId: string): Promise<IssuedToken> {
    return this.#issue({ role: 'agent', sid: sessionId }, agent, ACCESS_TOKEN_LIFETIME);
  }

  /** A token that may read everything over REST; `lifetime` in milliseconds. */
  forAdministrator(name: string, lifetime: number): Promise<IssuedToken> {
    return this.#issue({ role: 'admin' }, name, lifetime);
  }

  /** Who holds the token. Refused with `token-expired` or `token-invalid`. */
  async verify(token: string): Promise<Result<Principal>> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: ISSUER,
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(this.#clock.now()),
      });
      const claims = claimsSchema.safeParse(payload);
      return claims.success ? ok(principalOf(claims.data)) : tokenInvalid();
    } catch (error) {
      if (error instanceof errors.JWTExpired) return tokenExpired();
      if (error instanceof errors.JOSEError) return tokenInvalid();
      throw error;
    }
  }

  async #issue(claims: Record<string, string>, subject: string, lifetime: number): Promise<IssuedToken> {
    const now = this.#clock.now();
    const seconds = Math.ceil((now + lifetime) / 1000);
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(ISSUER)
      .setSubject(subject)
      .setIssuedAt(Math.floor(now / 1000))
      .setExpirationTime(seconds)
      .sign(this.#key);
    return { token, expiresAt: seconds * 1000 };
  }
}

/** The token was good once: a new one, by refresh or login, will do. */
export function tokenExpired() {
  return refuse('token-expired', 'Your sign-in has run out. Refresh the token or log in again.', true);
}

/** Not made by this server, damaged, or of a sign-in that has ended. */
export function tokenInvalid() {
  return refuse('token-invalid', 'This token is not valid here. Log in again.');
}

function principalOf(claims: z.infer<typeof claimsSchema>): Principal {
  return claims.role === 'agent'
    ? { kind: 'agent', agent: claims.sub, sessionId: claims.sid }
    : { kind: 'admin', name: claims.sub };
}
