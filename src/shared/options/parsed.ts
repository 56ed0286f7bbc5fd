/** The outcome of reading a value's text: the value, or why not and where in the text (0 when the whole is meant). */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly offset: number };

export function parsed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** `reason` is part of a sentence ("... cannot be X: reason."), empty when the expectation says it all. */
export function unfit(
  reason = '',
  offset = 0,
): { readonly ok: false; readonly reason: string; readonly offset: number } {
  return { ok: false, reason, offset };
}

/** The items of a comma list, trimmed; empty ones do not count. */
export function splitList(text: string): string[] {
  const items: string[] = [];
  for (const part of text.split(',')) {
    const item = part.trim();
    if (item !== '') items.push(item);
  }
  return items;
}
