/** What stands in a log in place of something private. */
export const REDACTED = '[redacted]';

/** Deeper structures are cut off: a log line is no place for them, and a cycle must end. */
const DEEPEST = 8;

/**
 * Keys whose values are private whatever they look like, without case, dashes and underscores: secrets, what people
 * wrote, what they are called, how they can be reached. `_msg_ProfileNickname` is found as `msgprofilenickname`.
 */
const PRIVATE_KEYS = new Set(
  [
    'token accessToken refreshToken idToken verifyToken bearer authorization cookie setCookie',
    'password passwordHash secret appSecret clientSecret apiKey signingKey signature xHubSignature256',
    'text body rawBody content caption note raw payload plainText umsMsgPlainText subject interactive quoted revisions',
    'displayName firstName lastName fullName profileName nickname msgProfileNickname fileName',
    'phone phoneNumber displayPhoneNumber number displayNumber waId recipientId emailAddress email username address',
    'identities attributes attachedData contact contacts location sender umsFromAddr',
  ]
    .join(' ')
    .split(' ')
    .map((key) => key.toLowerCase()),
);

/** An id made here tells nothing of whom it stands for. */
const OUR_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

const SEPARATORS = /[-_\s]/g;

/** `xxx.yyy.zzz` in base64url, as signed tokens are written. */
const SIGNED_TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const BEARER = /\b(bearer|basic)\s+[\w\-.~+/=]+/gi;
/** A secret in an address or form: `access_token=…`, `hub.verify_token=…`. */
const NAMED_SECRET =
  /\b([\w.-]*(?:token|secret|password|signature|api[_-]?key)[\w.-]*)(\s*[=:]\s*)("[^"]*"|[^\s&"',;]+)/gi;
/** Access tokens of Meta's Graph API start so. */
const GRAPH_TOKEN = /\bEAA[A-Za-z0-9]{20,}/g;
/** The provider's message id is base64 around the customer's number; its end tells messages apart well enough. */
const PROVIDER_ID = /\bwamid\.[\w+/=-]*?([\w+/-]{0,6})=*(?![\w+/=-])/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
/** Digits with the separators people use: behind a plus anywhere, else as a word of its own. */
const DIGITS = /\+\(?\d(?:[\s.\-()/]{0,2}\d){6,}|(?<!\w)\(?\d(?:[\s.\-()/]{0,2}\d){6,}(?!\w)/g;
const DATE = /^\d{4}-\d{2}-\d{2}/;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** E.164 numbers have up to 15 digits; local ones with an area code have at least 7. */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;

/**
 * A text without phone numbers, e-mail addresses, tokens and secrets (SEC-1). Names and message bodies cannot be told
 * from other words: those are found by their keys, see `redact`.
 */
export function redactText(text: string): string {
  return text
    .replace(SIGNED_TOKEN, REDACTED)
    .replace(BEARER, `$1 ${REDACTED}`)
    .replace(NAMED_SECRET, `$1$2${REDACTED}`)
    .replace(GRAPH_TOKEN, REDACTED)
    .replace(PROVIDER_ID, 'wamid.…$1')
    .replace(EMAIL, REDACTED)
    .replace(DIGITS, redactDigits);
}

function redactDigits(found: string): string {
  if (found.startsWith('+')) return '[number]';
  if (DATE.test(found) || IP_ADDRESS.test(found)) return found;
  const count = found.replace(/\D/g, '').length;
  return count >= FEWEST_DIGITS && count <= MOST_DIGITS ? '[number]' : found;
}

/**
 * A copy of a log record that tells nobody's number, name, words or token (SEC-1): private keys lose their value,
 * every other text goes through `redactText`. Numbers, booleans and null stay: they are counts, times and codes.
 */
export function redact(value: unknown): unknown {
  return redactAt(value, 0);
}

function redactAt(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return REDACTED;
  if (Array.isArray(value)) return value.map((item) => redactAt(item, depth + 1));
  if (value instanceof Error) return redactAt(errorFields(value), depth);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [redactText(key), redactKey(key, item, depth)]));
}

function redactKey(key: string, value: unknown, depth: number): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (key === 'contact' && typeof value === 'string' && OUR_ID.test(value)) return value;
  return isPrivateKey(key) ? REDACTED : redactAt(value, depth + 1);
}

/** True for a key whose value is never to be logged. */
export function isPrivateKey(key: string): boolean {
  return PRIVATE_KEYS.has(key.replace(SEPARATORS, '').toLowerCase());
}

function errorFields(error: Error): Record<string, unknown> {
  return { ...error, type: error.name, message: error.message, stack: error.stack };
}
