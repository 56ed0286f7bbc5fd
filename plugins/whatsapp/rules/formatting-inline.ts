import { findCode, findMono, type Span, wordAt, wordBefore } from './formatting-spans.ts';
import { findLinks } from './links.ts';

export type Emphasis = 'bold' | 'italic' | 'strike';

export type InlineNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Emphasis; readonly children: readonly InlineNode[] }
  /** Text between three ticks; may hold line breaks. */
  | { readonly kind: 'mono'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const MARKS: Readonly<Record<string, Emphasis>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const BLANK = /\s/;

/** A stretch that is taken whole; marks inside mean nothing. */
interface Atom extends Span {
  readonly node: InlineNode;
}

function gaps(spans: readonly Span[], length: number): Span[] {
  const starts = [0, ...spans.map((span) => span.end)];
  return starts.map((start, index) => ({ start, end: spans[index]?.start ?? length }));
}

function findAtoms(line: string): ReadonlyMap<number, Atom> {
  const mono = findMono(line).map(
    (span): Atom => ({ ...span, node: { kind: 'mono', text: line.slice(span.start + 3, span.end - 3) } }),
  );
  const code = gaps(mono, line.length)
    .flatMap((gap) => findCode(line, gap.start, gap.end))
    .map((span): Atom => ({ ...span, node: { kind: 'code', text: line.slice(span.start + 1, span.end - 1) } }));
  const fixed = [...mono, ...code].sort((a, b) => a.start - b.start);
  const links = gaps(fixed, line.length).flatMap((gap) =>
    findLinks(line.slice(gap.start, gap.end)).map(({ start, end, href }): Atom => {
      const span = { start: gap.start + start, end: gap.start + end };
      return { ...span, node: { kind: 'link', text: line.slice(span.start, span.end), href } };
    }),
  );
  return new Map([...fixed, ...links].map((atom) => [atom.start, atom]));
}

/** Two of the same in a row are no mark: `**bold**` and `__init__` are shown as they are. */
function alone(line: string, at: number): boolean {
  const mark = line.charAt(at);
  return line.charAt(at - 1) !== mark && line.charAt(at + 1) !== mark;
}

function opens(line: string, at: number, end: number): boolean {
  return at + 1 < end && !BLANK.test(line.charAt(at + 1)) && alone(line, at) && !wordBefore(line, at);
}

function closes(line: string, at: number): boolean {
  return !BLANK.test(line.charAt(at - 1)) && alone(line, at) && !wordAt(line, at + 1);
}

class InlineParser {
  readonly #line: string;
  readonly #atoms: ReadonlyMap<number, Atom>;

  constructor(line: string) {
    this.#line = line;
    this.#atoms = findAtoms(line);
  }

  /** Nodes between `start` and `end`; `outer` are the marks already open, which are plain text further inside. */
  parse(start: number, end: number, outer: readonly string[]): InlineNode[] {
    const nodes: InlineNode[] = [];
    // A mark without a partner from here on has none further on either: looked for once, so that time stays linear.
    const lonely = new Set(outer);
    let textStart = start;
    let at = start;
    const take = (node: InlineNode, next: number): void => {
      if (textStart < at) nodes.push({ kind: 'text', text: this.#line.slice(textStart, at) });
      nodes.push(node);
      at = next;
      textStart = next;
    };
    while (at < end) {
      const atom = this.#atoms.get(at);
      const mark = this.#line.charAt(at);
      const kind = MARKS[mark];
      if (atom) take(atom.node, atom.end);
      else if (kind && !lonely.has(mark) && opens(this.#line, at, end)) {
        const close = this.#findClose(mark, at + 1, end);
        if (close !== -1) take({ kind, children: this.parse(at + 1, close, [...outer, mark]) }, close + 1);
        else {
          lonely.add(mark);
          at += 1;
        }
      } else at += 1;
    }
    if (textStart < end) nodes.push({ kind: 'text', text: this.#line.slice(textStart, end) });
    return nodes;
  }

  #findClose(mark: string, from: number, end: number): number {
    let at = from;
    while (at < end) {
      const atom = this.#atoms.get(at);
      if (atom) at = atom.end;
      else if (at > from && this.#line.charAt(at) === mark && closes(this.#line, at)) return at;
      else at += 1;
    }
    return -1;
  }
}

/** Marks and links of one line; monospace in it may hold further lines. */
export function parseInline(line: string): InlineNode[] {
  return new InlineParser(line).parse(0, line.length, []);
}
