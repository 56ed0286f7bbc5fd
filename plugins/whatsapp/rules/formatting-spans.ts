/** A stretch whose inside holds no marks. `start` and `end` include the ticks. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
const FENCE = '```';

/** Whether a letter or digit stands right before `at`: then a mark there is part of a word, as in snake_case. */
export function wordBefore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  const pair = unit >= 0xdc00 && unit <= 0xdfff;
  return at > 0 && WORD.test(text.slice(at - (pair ? 2 : 1), at));
}

/** Whether a letter or digit stands at `at`. */
export function wordAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && WORD.test(String.fromCodePoint(code));
}

/** ```` ```monospace``` ````; may run over lines, and wants something to show between. */
export function findMono(text: string): Span[] {
  const spans: Span[] = [];
  let start = text.indexOf(FENCE);
  while (start !== -1) {
    const close = text.indexOf(FENCE, start + FENCE.length);
    if (close === -1) break;
    const end = close + FENCE.length;
    const shows = text.slice(start + FENCE.length, close).trim() !== '';
    const apart = !wordBefore(text, start) && !wordAt(text, end);
    if (shows && apart) spans.push({ start, end });
    start = text.indexOf(FENCE, shows && apart ? end : start + 1);
  }
  return spans;
}

/** `` `code` `` within one line, between `from` and `to`. */
export function findCode(line: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = line.indexOf('`', from);
  while (start !== -1 && start < to) {
    const close = line.indexOf('`', start + 1);
    if (close === -1 || close >= to) break;
    const end = close + 1;
    const shows = line.slice(start + 1, close).trim() !== '';
    const found = shows && !wordBefore(line, start) && !wordAt(line, end);
    if (found) spans.push({ start, end });
    start = line.indexOf('`', found ? end : start + 1);
  }
  return spans;
}
