import { Fragment, type ReactNode } from 'react';
import { type BlockNode, type ListItem, parseFormatting } from '../rules/formatting.ts';
import type { InlineNode } from '../rules/formatting-inline.ts';
import styles from './formatted-text.module.css';

/** The address as the browser will read it, with foreign letters spelt out, when that differs from what is written. */
function realAddress(text: string, href: string): string | undefined {
  if (!/^https?:/i.test(href)) return href;
  try {
    const { href: real, host } = new URL(href);
    return text.toLowerCase().includes(host) && !text.includes('@') ? undefined : real;
  } catch {
    return href;
  }
}

/** Line breaks around a block between ticks would show as empty lines. */
function withoutOuterBreaks(text: string): string {
  return text.replace(/^\n|\n$/g, '');
}

type RenderPlain = (text: string) => ReactNode;

function renderInline(nodes: readonly InlineNode[], plain: RenderPlain): ReactNode {
  // A parsed text never changes its order: the place is the identity.
  return nodes.map((node, index) => <Fragment key={String(index)}>{renderNode(node, plain)}</Fragment>);
}

function renderNode(node: InlineNode, plain: RenderPlain): ReactNode {
  switch (node.kind) {
    case 'text':
      return plain(node.text);
    case 'bold':
      return <strong>{renderInline(node.children, plain)}</strong>;
    case 'italic':
      return <em>{renderInline(node.children, plain)}</em>;
    case 'strike':
      return <s>{renderInline(node.children, plain)}</s>;
    case 'mono':
      return <code className={styles.mono}>{plain(withoutOuterBreaks(node.text))}</code>;
    case 'code':
      return <code className={styles.code}>{plain(node.text)}</code>;
    case 'link':
      return (
        <a className={styles.link} href={node.href} title={realAddress(node.text, node.href)}>
          {plain(node.text)}
        </a>
      );
  }
}

function renderItems(items: readonly (ListItem & { readonly value?: number })[], plain: RenderPlain): ReactNode {
  return items.map((item, index) => (
    <li key={String(index)} value={item.value} dir="auto">
      {renderInline(item.children, plain)}
    </li>
  ));
}

function renderBlock(block: BlockNode, plain: RenderPlain): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      // Inline, so that the host may set the time beside the last line.
      return <span>{renderInline(block.children, plain)}</span>;
    case 'bullets':
      return <ul className={styles.bullets}>{renderItems(block.items, plain)}</ul>;
    case 'numbers':
      return <ol className={styles.numbers}>{renderItems(block.items, plain)}</ol>;
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          {block.lines.map((line, index) => (
            <div key={String(index)} dir="auto">
              {renderInline(line.children, plain)}
            </div>
          ))}
        </blockquote>
      );
  }
}

export interface FormattedTextProps {
  readonly text: string;
  readonly renderPlain: RenderPlain | undefined;
}

const asItIs: RenderPlain = (text) => text;

/** A text with WhatsApp's marks as elements, never as HTML. The host opens its links. */
export function FormattedText({ text, renderPlain = asItIs }: FormattedTextProps): ReactNode {
  return parseFormatting(text).map((block, index) => (
    <Fragment key={String(index)}>{renderBlock(block, renderPlain)}</Fragment>
  ));
}
