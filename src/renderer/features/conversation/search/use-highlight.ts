import { useEffect } from 'react';
import type { SearchHit } from '#shared/ipc/history.ts';
import { foundWords } from './excerpt.ts';

/** Named in the style sheet. */
const NAME = 'transcript-search';

function rangesIn(article: Element, words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase();
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}

/** Marks the found words of the hit where it stands, without touching the message's elements. */
export function useHighlight(hit: SearchHit | undefined): void {
  useEffect(() => {
    if (!hit) return;
    const words = foundWords(hit.excerpt).map((word) => word.toLowerCase());
    const mark = () => {
      const article = document.querySelector(`[data-message-id="${CSS.escape(hit.message.id)}"]`);
      if (article) CSS.highlights.set(NAME, new Highlight(...rangesIn(article, words)));
    };
    mark();
    // Rows come and go while the list scrolls to the hit.
    const observer = new MutationObserver(mark);
    const log = document.querySelector('[role="log"]');
    if (log) observer.observe(log, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      CSS.highlights.delete(NAME);
    };
  }, [hit]);
}
