/** Size of a text against the tighter of two limits, both told in bytes so that they can be shown alike. */
export interface TextMeasure {
  /** Bytes of UTF-8. */
  readonly used: number;
  /** Bytes this very text may have. */
  readonly limit: number;
}

/** Bytes of `text` in UTF-8. Half a surrogate pair counts as the replacement character it would be sent as. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Characters (code points), as the Cloud API counts them. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * Measures `text` against the administrator's limit in bytes and the channel's in characters (WA-1: options may be
 * tighter, never looser). Where the characters are the tighter limit, `limit` is what that many characters of this
 * text take; `used` exceeds `limit` exactly when one of the two is exceeded.
 */
export function measure(text: string, maxBytes: number, maxCharacters: number): TextMeasure {
  const used = utf8Length(text);
  const characters = characterCount(text);
  if (characters === 0) return { used, limit: Math.min(maxBytes, maxCharacters) };
  const byCharacters = Math.floor((used * maxCharacters) / characters);
  return { used, limit: Math.min(maxBytes, byCharacters) };
}
