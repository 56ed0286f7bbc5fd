import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'sha256=';

/**
 * Whether `X-Hub-Signature-256` is the HMAC of the body's bytes with the app secret (Cloud API facts, section 11).
 * Without a secret nothing is valid.
 */
export function hasValidSignature(
  body: Uint8Array,
  header: string | readonly string[] | undefined,
  secret: string | undefined,
): boolean {
  if (secret === undefined || secret === '' || typeof header !== 'string' || !header.startsWith(PREFIX)) return false;
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = header.slice(PREFIX.length);
  if (!/^[0-9a-f]{64}$/i.test(given)) return false;
  return timingSafeEqual(expected, Buffer.from(given, 'hex'));
}

/** Compares in a time that says nothing about where two secrets differ, nor how long the right one is. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
