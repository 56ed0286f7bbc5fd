const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The Arabic article, which is written as part of the word: everybody's initial would be the same without this. */
const ARTICLE = /^ال(?=\p{L}{2})/u;

function firstLetter(word: string): string | undefined {
  const first = graphemes.segment(word.replace(ARTICLE, ''))[Symbol.iterator]().next().value?.segment;
  return first && /\p{L}/u.test(first) ? first : undefined;
}

/**
 * One or two letters for an avatar: of the first and the last word that begin with a letter. Empty when none does
 * (a phone number, an emoji): an icon stands there instead.
 */
export function initialsOf(name: string): string {
  const letters = name
    .trim()
    .split(/[\s\p{P}]+/u)
    .map(firstLetter)
    .filter((letter) => letter !== undefined);
  const [first, last] = [letters[0], letters.length > 1 ? letters.at(-1) : undefined];
  return `${first ?? ''}${last ?? ''}`.toLocaleUpperCase();
}

/** Colours an avatar may have; the tokens are `--avatar-1` and so on. */
export const AVATAR_COLOURS = 6;

/** The same colour for the same id, always (FNV-1a). */
export function avatarColour(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return ((hash >>> 0) % AVATAR_COLOURS) + 1;
}
