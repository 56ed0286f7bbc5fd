import { type RefObject, useEffect } from 'react';
import { fieldCodePlaces } from '#shared/rules/field-codes.ts';

/** Named in `theme/base.css`. */
const NAME = 'field-code';

/** Ranges of each place that marks codes: the browser knows one highlight of a name for the whole page. */
const marked = new Map<Element, readonly Range[]>();

function show(): void {
  CSS.highlights.set(NAME, new Highlight(...[...marked.values()].flat()));
}

function rangesIn(element: Element): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { start, end } of fieldCodePlaces(node.nodeValue ?? '')) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Marks the field codes nobody has filled in (UI-6) in what is drawn there, without touching its elements. */
export function useCodeHighlight(place: RefObject<Element | null>): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const mark = () => {
      marked.set(element, rangesIn(element));
      show();
    };
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      marked.delete(element);
      show();
    };
  }, [place]);
}
