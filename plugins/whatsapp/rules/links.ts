/** A link found in a text. */
export interface LinkSpan {
  readonly start: number;
  readonly end: number;
  /** What is opened; http, https, mailto or tel only. */
  readonly href: string;
}

/** Every repetition is bounded or cannot be split in two ways, so hostile text costs no more than its length. */
const CANDIDATE = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"\u0060]+`,
    String.raw`www\.[^\s<>"\u0060]+`,
    String.raw`mailto:[^\s<>"\u0060]+`,
    String.raw`tel:\+?\d[\d().-]*`,
    String.raw`[\w.%+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+`,
    String.raw`\+\d(?:[ ().-]{0,2}\d){6,14}`,
  ].join('|'),
  'giu',
);

const WORD = /[\p{L}\p{N}_]/u;
/** Ends a sentence or a formatted stretch rather than an address. */
const TRAILING = new Set('.,;:!?\'"*_~…»”’');
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** How many more of each opening bracket there are than of its partner. */
function balances(text: string): Map<string, number> {
  const balance = new Map<string, number>();
  const add = (bracket: string, by: number): unknown => balance.set(bracket, (balance.get(bracket) ?? 0) + by);
  for (const character of text) {
    if ('([{'.includes(character)) add(character, 1);
    const opening = OPENING[character];
    if (opening) add(opening, -1);
  }
  return balance;
}

/** Length of the address without the punctuation of the sentence around it; a bracket stays when it has its partner. */
function trimmedLength(candidate: string): number {
  const balance = balances(candidate);
  let length = candidate.length;
  while (length > 0) {
    const last = candidate.charAt(length - 1);
    const opening = OPENING[last];
    const excess = opening === undefined ? 0 : (balance.get(opening) ?? 0);
    if (excess < 0 && opening) balance.set(opening, excess + 1);
    else if (!TRAILING.has(last)) break;
    length -= 1;
  }
  return length;
}

function parses(url: string): boolean {
  try {
    return new URL(url).hostname.length > 0;
  } catch {
    return false;
  }
}

/** The address to open, or undefined when the text only looks like one. */
function hrefOf(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (lower.startsWith('http://') || lower.startsWith('https://')) return parses(text) ? text : undefined;
  if (lower.startsWith('www.')) {
    const url = `https://${text}`;
    return /^www\.[^./]+\.[^./]/i.test(text) && parses(url) ? url : undefined;
  }
  if (lower.startsWith('mailto:')) return text.includes('@') ? text : undefined;
  if (lower.startsWith('tel:')) return text;
  if (text.startsWith('+')) return `tel:+${text.replace(/\D/g, '')}`;
  return `mailto:${text}`;
}

/** Links in `text`, in order and without overlap: addresses, e-mail addresses, and numbers with a country code. */
export function findLinks(text: string): LinkSpan[] {
  const links: LinkSpan[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const start = match.index;
    if (start > 0 && WORD.test(text.charAt(start - 1))) continue;
    const candidate = match[0].slice(0, trimmedLength(match[0]));
    const end = start + candidate.length;
    // A number or e-mail address that goes on is part of something else.
    if (candidate.length === match[0].length && WORD.test(text.charAt(end))) continue;
    const href = hrefOf(candidate);
    if (href !== undefined) links.push({ start, end, href });
  }
  return links;
}
