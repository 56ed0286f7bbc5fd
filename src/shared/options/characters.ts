/** 1 for letters, digits and `. - _ * $` (OPT-1); other scripts' letters are not in it. */
export const PLAIN_KEY_CODES = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_*$') {
  PLAIN_KEY_CODES[character.charCodeAt(0)] = 1;
}

const OTHER_LETTERS = /^[\p{L}\p{M}\p{N}]$/u;

/** How many UTF-16 units the key character at `at` has; 0 when no key may hold it. */
export function keyCharacterLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return PLAIN_KEY_CODES[code] ?? 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return OTHER_LETTERS.test(character) ? character.length : 0;
}

/** True for a name that may stand before `=`. */
export function isOptionKey(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const length = keyCharacterLength(text, at);
    if (length === 0) return false;
    at += length;
  }
  return text.length > 0;
}

/** Blanks as `String.prototype.trim` has them, line ends excepted: a pasted no-break space is not part of a value. */
export function isBlank(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c;
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x3000 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** The first offset from `start` on that is not blank, or `end`. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** `end` moved back over blanks, not below `start`. */
export function dropBlanks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}
