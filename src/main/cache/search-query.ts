/** Marks around what was found, in hits; control characters, which no shown text has. */
export const HIT_BEGINS = '\u0002';
export const HIT_ENDS = '\u0003';

/** What a word is to the index: letters, digits and the marks that belong to them. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/**
 * The query of the full-text index for what an agent typed: all words, the last one as a beginning, in any order.
 * Undefined when there is no word in it. What is typed is never taken as the index's own query language.
 */
export function searchQuery(typed: string): string | undefined {
  const words = typed.match(WORD) ?? [];
  if (words.length === 0) return undefined;
  return words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ');
}
