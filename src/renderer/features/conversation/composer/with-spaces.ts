/** A part of a text, from its first character to behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** What a word may follow at once: a space, what opens, a line of its own. */
const OPENS = /[\s([{<“„«‘"'/@#-]$/u;
/** What may follow a word at once. */
const CLOSES = /^[\s)\]}>”»’"',.;:!?…/-]/u;

const sticks = (left: string, right: string): boolean =>
  left !== '' &&
  right !== '' &&
  !OPENS.test(left) &&
  !CLOSES.test(right) &&
  !UNSPACED.test(left.slice(-1) + right.slice(0, 1));

/** Words for a place in a text, with a space at each end at which they would stick to a word; `before`: the first one. */
export function withSpaces(
  value: string,
  { start, end }: Span,
  words: string,
): { readonly text: string; readonly before: number } {
  const first = sticks(value.slice(0, start), words) ? ' ' : '';
  const last = sticks(words, value.slice(end)) ? ' ' : '';
  return { text: words === '' ? '' : first + words + last, before: words === '' ? 0 : first.length };
}
