/** What is looked at of an entry to find it. */
export interface Searchable {
  readonly title: string;
  /** More words it is found by, such as a phone number or the last line of a conversation. */
  readonly words: string;
}

/** How well a word fits, best first; the numbers only have to be in this order. */
const BEGINS_TITLE = 5;
const BEGINS_WORD = 4;
const INSIDE = 3;
const IN_WORDS = 2;
const LETTERS = 1;

/**
 * The entries that fit every word of `query`, the best first and else in their order; all of them for no word. A word
 * fits where it stands in the title or the other words, or where its letters stand in the title in their order, the
 * first one at the beginning of a word: "mkd" finds "Mark done".
 */
export function rank<T extends Searchable>(entries: readonly T[], query: string): readonly T[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ entry }) => entry);
}

/** Without capitals and marks above letters: "Müller" is found by "muller". */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function scoreOf(entry: Searchable, words: readonly string[]): number | undefined {
  const title = folded(entry.title);
  const more = folded(entry.words);
  let sum = 0;
  for (const word of words) {
    const score = scoreOfWord(word, title, more);
    if (score === undefined) return undefined;
    sum += score;
  }
  return sum;
}

function scoreOfWord(word: string, title: string, more: string): number | undefined {
  if (title.startsWith(word)) return BEGINS_TITLE;
  if (beginsWord(title, word)) return BEGINS_WORD;
  if (title.includes(word)) return INSIDE;
  if (more.includes(word)) return IN_WORDS;
  return hasLetters(title, word) ? LETTERS : undefined;
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !isWordCharacter(text[at - 1])) return true;
  }
  return false;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** One letter alone would fit nearly everything. */
function hasLetters(title: string, word: string): boolean {
  if (word.length < 2) return false;
  const letters = [...word];
  for (const start of wordStarts(title)) {
    let at = start;
    const fits = letters.every((letter, index) => {
      at = index === 0 ? (title.startsWith(letter, start) ? start : -1) : title.indexOf(letter, at + 1);
      return at !== -1;
    });
    if (fits) return true;
  }
  return false;
}

function wordStarts(text: string): readonly number[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
}
