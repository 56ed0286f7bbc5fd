import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from './digest.ts';

const SECRET_BYTES = 32;
const FORM = /^([A-Za-z0-9]{1,64})\.([A-Za-z0-9_-]{43})$/;

/** A new refresh token of a session, and what of it may be stored. */
export function createRefreshToken(sessionId: string): { readonly token: string; readonly hash: string } {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { token: `${sessionId}.${secret}`, hash: sha256(secret).toString('hex') };
}

/** The parts of a refresh token; undefined for a text that is none. */
export function readRefreshToken(token: string): { readonly sessionId: string; readonly hash: string } | undefined {
  const [, sessionId, secret] = FORM.exec(token) ?? [];
  if (sessionId === undefined || secret === undefined) return undefined;
  return { sessionId, hash: sha256(secret).toString('hex') };
}

/** Compares two hashes of refresh tokens in constant time. */
export function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}
