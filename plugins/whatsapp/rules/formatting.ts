import { type InlineNode, parseInline } from './formatting-inline.ts';
import { findMono } from './formatting-spans.ts';

export interface ListItem {
  /** As written, with the space after it: `- `, `* `, `12. `. */
  readonly mark: string;
  readonly children: readonly InlineNode[];
}

/** A stretch of whole lines. A paragraph's text holds its own line breaks. */
export type BlockNode =
  | { readonly kind: 'paragraph'; readonly children: readonly InlineNode[] }
  | { readonly kind: 'bullets'; readonly items: readonly ListItem[] }
  | { readonly kind: 'numbers'; readonly items: readonly (ListItem & { readonly value: number })[] }
  | { readonly kind: 'quote'; readonly lines: readonly ListItem[] };

type Kind = BlockNode['kind'];

interface Line {
  readonly kind: Kind;
  readonly mark: string;
  readonly rest: string;
}

const STARTS: readonly (readonly [Kind, RegExp])[] = [
  ['bullets', /^[-*] (?=\S)/],
  ['numbers', /^\d{1,3}\. (?=\S)/],
  ['quote', /^> (?=\S)/],
];

function readLine(line: string): Line {
  for (const [kind, start] of STARTS) {
    const mark = start.exec(line)?.[0];
    if (mark) return { kind, mark, rest: line.slice(mark.length) };
  }
  return { kind: 'paragraph', mark: '', rest: line };
}

/** Cuts at line breaks, except inside monospace, which may run over several lines. */
function splitLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  let from = 0;
  for (const mono of [...findMono(text), { start: text.length, end: text.length }]) {
    for (let at = text.indexOf('\n', from); at !== -1 && at < mono.start; at = text.indexOf('\n', at + 1)) {
      lines.push(text.slice(start, at));
      start = at + 1;
    }
    from = mono.end;
  }
  lines.push(text.slice(start));
  return lines;
}

function toBlock(kind: Kind, lines: readonly Line[]): BlockNode {
  if (kind === 'paragraph') return { kind, children: joinLines(lines.map((line) => parseInline(line.rest))) };
  const items = lines.map(({ mark, rest }) => ({ mark, children: parseInline(rest) }));
  switch (kind) {
    case 'bullets':
      return { kind, items };
    case 'numbers':
      return { kind, items: items.map((item) => ({ ...item, value: Number.parseInt(item.mark, 10) })) };
    case 'quote':
      return { kind, lines: items };
  }
}

function joinLines(lines: readonly (readonly InlineNode[])[]): InlineNode[] {
  return lines.flatMap((nodes, index) => (index === 0 ? nodes : [{ kind: 'text', text: '\n' } as const, ...nodes]));
}

/**
 * Reads WhatsApp's formatting marks (section 7 of the Cloud API facts). Never fails: what is not a mark is text, and
 * no character of the text is lost. Headings, tables, `**bold**` and `[text](url)` are not marks there and stay text.
 */
export function parseFormatting(text: string): BlockNode[] {
  const blocks: BlockNode[] = [];
  let group: Line[] = [];
  const flush = (): void => {
    const [first] = group;
    if (first) blocks.push(toBlock(first.kind, group));
    group = [];
  };
  for (const line of splitLines(text).map(readLine)) {
    if (group[0] && group[0].kind !== line.kind) flush();
    group.push(line);
  }
  flush();
  return blocks;
}

function inlineText(nodes: readonly InlineNode[]): string {
  return nodes.map((node) => ('children' in node ? inlineText(node.children) : node.text)).join('');
}

function blockText(block: BlockNode): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineText(block.children);
    case 'bullets':
      return block.items.map((item) => `• ${inlineText(item.children)}`).join('\n');
    case 'numbers':
      return block.items.map((item) => item.mark + inlineText(item.children)).join('\n');
    case 'quote':
      return block.lines.map((line) => inlineText(line.children)).join('\n');
  }
}

/** The text without marks, for previews; line breaks stay. */
export function plainText(text: string): string {
  return parseFormatting(text).map(blockText).join('\n');
}
