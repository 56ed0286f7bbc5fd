import { timingSafeEqual } from 'node:crypto';
import type { Settings } from '../settings.ts';
import type { GraphRefusal } from './outcome.ts';

/** Checks `Authorization: Bearer`, or Graph's `access_token` parameter; answers the refusal, if any. */
export function checkToken(
  settings: Settings,
  authorization: string | undefined,
  parameter: string,
): GraphRefusal | undefined {
  const token = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(authorization ?? '')?.[1]?.trim() ?? parameter;
  if (token === '') {
    return { status: 401, code: 104, message: '(#104) An access token is required to request this resource.' };
  }
  if (isSame(token, settings.accessToken)) return undefined;
  return {
    status: 401,
    code: 190,
    message: 'Error validating access token: The session is invalid because the token is not one of this app.',
  };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
