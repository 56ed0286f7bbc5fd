/** Main puts what was found between these. */
const BEGINS = '\u0002';
const ENDS = '\u0003';

/** A piece of an excerpt. */
export interface ExcerptPart {
  readonly text: string;
  readonly found: boolean;
}

/** The excerpt in pieces. A mark without its partner marks nothing, so that odd text cannot upset the rest. */
export function excerptParts(excerpt: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const add = (text: string, found: boolean) => {
    if (text !== '') parts.push({ text: text.replaceAll(BEGINS, '').replaceAll(ENDS, ''), found });
  };
  let at = 0;
  while (at < excerpt.length) {
    const begin = excerpt.indexOf(BEGINS, at);
    const end = begin < 0 ? -1 : excerpt.indexOf(ENDS, begin);
    if (end < 0) break;
    add(excerpt.slice(at, begin), false);
    add(excerpt.slice(begin + 1, end), true);
    at = end + 1;
  }
  add(excerpt.slice(at), false);
  return parts;
}

/** The words that were found, for marking them where the message stands. */
export function foundWords(excerpt: string): readonly string[] {
  return [...new Set(excerptParts(excerpt).flatMap(({ text, found }) => (found ? [text] : [])))];
}
