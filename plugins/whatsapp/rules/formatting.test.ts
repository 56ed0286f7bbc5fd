import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockNode, parseFormatting, plainText } from './formatting.ts';
import type { InlineNode } from './formatting-inline.ts';

const MARK = { bold: '*', italic: '_', strike: '~', mono: '```', code: '`' } as const;

/** The text a tree was read from: proof that nothing is lost. */
function source(blocks: readonly BlockNode[]): string {
  const inline = (nodes: readonly InlineNode[]): string => nodes.map(inlineSource).join('');
  const items = (all: readonly { readonly mark: string; readonly children: readonly InlineNode[] }[]): string =>
    all.map((item) => item.mark + inline(item.children)).join('\n');
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return inline(block.children);
      return items(block.kind === 'quote' ? block.lines : block.items);
    })
    .join('\n');
}

function inlineSource(node: InlineNode): string {
  if (node.kind === 'text' || node.kind === 'link') return node.text;
  const inside = 'children' in node ? node.children.map(inlineSource).join('') : node.text;
  return MARK[node.kind] + inside + MARK[node.kind];
}

/** A short notation of a tree, so that tables stay readable: `<b>`, `<i>`, `<s>`, `<pre>`, `<code>`, `<a href>`. */
function show(text: string): string {
  return parseFormatting(text).map(showBlock).join('¶');
}

function showBlock(block: BlockNode): string {
  const tag = { bold: 'b', italic: 'i', strike: 's', mono: 'pre', code: 'code' } as const;
  const inline = (nodes: readonly InlineNode[]): string =>
    nodes
      .map((node) => {
        if (node.kind === 'text') return node.text;
        if (node.kind === 'link') return `<a ${node.href}>${node.text}</a>`;
        return `<${tag[node.kind]}>${'children' in node ? inline(node.children) : node.text}</${tag[node.kind]}>`;
      })
      .join('');
  switch (block.kind) {
    case 'paragraph':
      return inline(block.children);
    case 'bullets':
      return `<ul>${block.items.map((item) => `<li>${inline(item.children)}`).join('')}</ul>`;
    case 'numbers':
      return `<ol>${block.items.map((item) => `<li ${item.value}>${inline(item.children)}`).join('')}</ol>`;
    case 'quote':
      return `<q>${block.lines.map((line) => inline(line.children)).join('|')}</q>`;
  }
}

const marks: readonly (readonly [string, string])[] = [
  ['*bold*', '<b>bold</b>'],
  ['_italic_', '<i>italic</i>'],
  ['~gone~', '<s>gone</s>'],
  ['```mono```', '<pre>mono</pre>'],
  ['`code`', '<code>code</code>'],
  ['a *b* c', 'a <b>b</b> c'],
  ['(*b*)', '(<b>b</b>)'],
  ['*b*, *c*!', '<b>b</b>, <b>c</b>!'],
  ['*_both_*', '<b><i>both</i></b>'],
  ['_*~all~*_', '<i><b><s>all</s></b></i>'],
  ['*a _b_ c*', '<b>a <i>b</i> c</b>'],
  ['*a _b* c_', '<b>a _b</b> c_'],
  ['😀*b*😀', '😀<b>b</b>😀'],
  ['*مرحبا*', '<b>مرحبا</b>'],
  ['*x*', '<b>x</b>'],
];

const notMarks: readonly string[] = [
  'snake_case_name',
  '2*3*4',
  'a*b*',
  '*b*a',
  'a * b*',
  '*b *',
  '*',
  '**',
  '***',
  '**bold**',
  '__init__',
  '~~gone~~',
  '*open',
  '*over\nlines*',
  '```',
  '``````',
  '``` ```',
  '` `',
  '# heading',
  '[text](page)',
  '-item',
  '>quote',
  '1.item',
  '- ',
  'é*b*é',
];

const blocks: readonly (readonly [string, string])[] = [
  ['- a\n- b', '<ul><li>a<li>b</ul>'],
  ['* a\n* *b*', '<ul><li>a<li><b>b</b></ul>'],
  ['1. a\n2. b\n7. c', '<ol><li 1>a<li 2>b<li 7>c</ol>'],
  ['> a\n> _b_', '<q>a|<i>b</i></q>'],
  ['Buy:\n- milk\n\nThanks', 'Buy:¶<ul><li>milk</ul>¶\nThanks'],
  ['a\n\nb', 'a\n\nb'],
  ['```one\n- two```\n- three', '<pre>one\n- two</pre>¶<ul><li>three</ul>'],
  ['see ```a*b*c``` here', 'see <pre>a*b*c</pre> here'],
  ['`*a*` and *`b`*', '<code>*a*</code> and <b><code>b</code></b>'],
];

const links: readonly (readonly [string, string])[] = [
  ['https://example.org', '<a https://example.org>https://example.org</a>'],
  [
    'see https://example.org/a_b_c?x=*1*.',
    'see <a https://example.org/a_b_c?x=*1>https://example.org/a_b_c?x=*1</a>*.',
  ],
  ['*https://example.org*', '<b><a https://example.org>https://example.org</a></b>'],
  ['(https://example.org/a_(b))', '(<a https://example.org/a_(b)>https://example.org/a_(b)</a>)'],
  ['www.example.org', '<a https://www.example.org>www.example.org</a>'],
  ['me@example.org', '<a mailto:me@example.org>me@example.org</a>'],
  ['mailto:me@example.org', '<a mailto:me@example.org>mailto:me@example.org</a>'],
  ['call +1 614 555-1234 now', 'call <a tel:+16145551234>+1 614 555-1234</a> now'],
  ['tel:+16145551234', '<a tel:+16145551234>tel:+16145551234</a>'],
  ['HTTPS://EXAMPLE.ORG', '<a HTTPS://EXAMPLE.ORG>HTTPS://EXAMPLE.ORG</a>'],
];

const notLinks: readonly string[] = [
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://example.org',
  'https://',
  'www.',
  'xhttps://example.org',
  'a@b',
  'me@',
  '+12',
  '3+4567890123',
  'smb://host/share',
];

describe('parseFormatting', () => {
  it.each(marks)('%s', (text, shown) => expect(show(text)).toBe(shown));
  it.each(notMarks)('leaves %j as it is', (text) => expect(show(text)).toBe(text));
  it.each(blocks)('%j', (text, shown) => expect(show(text)).toBe(shown));
  it.each(links)('%s', (text, shown) => expect(show(text)).toBe(shown));
  it.each(notLinks)('makes no link of %j', (text) => expect(show(text)).toBe(text));

  const piece = fc.oneof(
    fc.constantFrom('*', '_', '~', '`', '```', '\n', ' ', '- ', '* ', '1. ', '> ', 'a', 'é', '😀', '\ud83d', 'مر', '.'),
    fc.constantFrom('https://example.org', 'www.', '@', '+1614555123', 'javascript:', '(', ')', '\u202e', '\u0000'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(source(parseFormatting(text))).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  it('makes links of the four allowed kinds only', () => {
    const hrefs = (nodes: readonly InlineNode[]): string[] =>
      nodes.flatMap((node) => ('href' in node ? [node.href] : 'children' in node ? hrefs(node.children) : []));
    fc.assert(
      fc.property(anyText, (text) => {
        for (const block of parseFormatting(text)) {
          const groups = block.kind === 'paragraph' ? [block] : block.kind === 'quote' ? block.lines : block.items;
          for (const href of groups.flatMap((group) => hrefs(group.children))) {
            expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(new URL(href).protocol);
          }
        }
      }),
    );
  });

  it.each(['*', '_ *a ', '`', '```', '> ', '- ', '*_~', 'a@', '(', 'https://a.b/(', ')', '.', '+1 ', 'www.a'])(
    'reads 60,000 times %j in time that grows with the length, not its square',
    (unit) => {
      const time = (count: number): number => {
        const text = `https://a.b/${unit.repeat(count)} ${unit.repeat(count)}`;
        const start = performance.now();
        parseFormatting(text);
        return performance.now() - start;
      };
      time(6_000);
      // A square would be a hundredfold of several seconds; this bound is far from both.
      expect(time(60_000)).toBeLessThan(2_000);
    },
  );
});

describe('plainText', () => {
  it('drops the marks and keeps the words', () => {
    expect(plainText('*Hi* _you_\n- a\n1. b\n> c\n`d` ```e```')).toBe('Hi you\n• a\n1. b\nc\nd e');
  });

  it('leaves text without marks alone', () => {
    expect(plainText('2*3*4 snake_case')).toBe('2*3*4 snake_case');
  });
});
