import { createHash, randomBytes, randomInt } from 'node:crypto';

/**
 * A message id as WhatsApp makes them: base64 of `1C 18 <len> <digits> 15 02 00 <11 out | 12 in> 18 <len> <hex> 00`.
 * Drivers must treat it as opaque; it looks real so that escaping, lengths and columns are tried with real ones.
 */
export function makeMessageId(customerDigits: string, direction: 'in' | 'out'): string {
  const digits = Buffer.from(customerDigits, 'ascii');
  const text = Buffer.from(
    randomBytes(direction === 'out' ? 9 : 10)
      .toString('hex')
      .toUpperCase(),
    'ascii',
  );
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, digits.length]),
    digits,
    Buffer.from([0x15, 0x02, 0x00, direction === 'out' ? 0x11 : 0x12, 0x18, text.length]),
    text,
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString('base64')}`;
}

/** A Graph object id: 15 or 16 digits, no leading zero. */
export function makeObjectId(): string {
  const head = String(randomInt(1, 10));
  let rest = '';
  while (rest.length < 14) rest += String(randomInt(0, 10));
  return head + rest;
}

/** Meta's trace id of one error answer. */
export function makeTraceId(): string {
  return `A${randomBytes(16).toString('base64url')}`;
}

const countries: readonly (readonly [prefix: string, country: string])[] = [
  ['971', 'AE'],
  ['966', 'SA'],
  ['1', 'US'],
  ['44', 'GB'],
  ['49', 'DE'],
  ['52', 'MX'],
  ['54', 'AR'],
  ['55', 'BR'],
  ['91', 'IN'],
];

/** The business-scoped user id of a number: always the same for the same business account and number. */
export function userIdOf(businessAccountId: string, waId: string): string {
  const country = countries.find(([prefix]) => waId.startsWith(prefix))?.[1] ?? 'US';
  const hash = createHash('sha256').update(`${businessAccountId}:${waId}`).digest();
  return `${country}.${hash.readBigUInt64BE(0).toString().padStart(20, '1')}`;
}
