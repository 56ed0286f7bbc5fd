import type { StandardResponse } from '#shared/domain/standard-response.ts';

/** A piece of a text, and whether it was searched for. */
export interface Part {
  readonly text: string;
  readonly found: boolean;
}

export interface FoundResponse {
  readonly response: StandardResponse;
  readonly name: readonly Part[];
  /** A line of its text around what was found there first; else its beginning. */
  readonly excerpt: readonly Part[];
}

/** How well a word fits, best first; the numbers only have to be in this order. */
const score = { shortcut: 16, beginsName: 8, beginsWord: 4, inName: 3, inCategory: 2, inText: 1 } as const;
/** Characters of an excerpt, and how many of them stand before what was found. */
const EXCERPT = 90;
const BEFORE = 24;

/** The responses in which every word of `query` stands, the best first and else in their order (UI-6). */
export function searchResponses(responses: readonly StandardResponse[], query: string): readonly FoundResponse[] {
  const words = fold(query)
    .replace(/(^|\s)\//g, '$1')
    .split(/\s+/)
    .filter((word) => word !== '');
  return responses
    .map((response) => ({ response, sum: sumOf(response, words) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum)
    .map(({ response }) => ({
      response,
      name: partsOf(response.name, words),
      excerpt: partsOf(excerptOf(bodyOf(response), words), words),
    }));
}

/** The text in pieces, so that what was searched for can be marked. */
export function partsOf(text: string, words: readonly string[]): readonly Part[] {
  const folded = fold(text);
  const isFound = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
      isFound.fill(true, at, at + word.length);
    }
  }
  const parts: { text: string; found: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const found = isFound[at] ?? false;
    const last = parts.at(-1);
    if (last?.found === found) last.text += text[at];
    else parts.push({ text: text[at] ?? '', found });
  }
  return parts;
}

/** What it says: its own text, or that of the message it makes. */
export function bodyOf({ text, structure }: StandardResponse): string {
  if (structure?.type === 'interactive') return structure.interactive.body;
  return structure ? [text, ...Object.values(structure.fill.body)].filter((part) => part !== '').join(' ') : text;
}

function sumOf(response: StandardResponse, words: readonly string[]): number {
  const scores = words.map((word) => scoreOf(response, word));
  return scores.includes(0) ? 0 : scores.reduce((sum, one) => sum + one, 0);
}

function scoreOf(response: StandardResponse, word: string): number {
  const name = fold(response.name);
  if (fold(response.shortcut) === word) return score.shortcut;
  if (name.startsWith(word)) return score.beginsName;
  if (beginsWord(name, word) || fold(response.shortcut).startsWith(word)) return score.beginsWord;
  if (name.includes(word)) return score.inName;
  if (fold(response.category).includes(word)) return score.inCategory;
  return fold(bodyOf(response)).includes(word) ? score.inText : 0;
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

function excerptOf(body: string, words: readonly string[]): string {
  const line = body.replace(/\s/g, ' ');
  const folded = fold(line);
  const places = words.map((word) => folded.indexOf(word)).filter((at) => at !== -1);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = first <= BEFORE ? 0 : first - BEFORE;
  const cut = line.slice(from, from + EXCERPT);
  return `${from > 0 ? '…' : ''}${cut}${from + EXCERPT < line.length ? '…' : ''}`;
}

/** Without capitals and marks above letters, character by character, so that places are those of the text. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => foldUnit(text[at] ?? '')).join('');
}

function foldUnit(unit: string): string {
  const plain = unit.normalize('NFD').replace(/\p{M}+$/u, '');
  const small = (plain.length === 1 ? plain : unit).toLowerCase();
  return small.length === 1 ? small : unit;
}
