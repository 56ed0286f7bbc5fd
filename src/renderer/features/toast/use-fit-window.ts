import { type RefObject, useLayoutEffect } from 'react';

/** Width of the preview at 100 % text, in rem: 380 px. */
const WIDTH = 23.75;

/** Asks main for a window as large as the page; it answers by placing it (`windows/toast-window.ts`). */
function askForSize(page: HTMLElement): void {
  const width = Math.round(WIDTH * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const height = Math.ceil(page.getBoundingClientRect().height);
  if (height > 0 && (height !== window.innerHeight || width !== window.innerWidth)) window.resizeTo(width, height);
}

/**
 * Keeps the window as large as what it shows. After each render, so that a hidden window, which paints nothing, has
 * its size before it is shown; and by observation, for text size and fonts.
 */
export function useFitWindow(page: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (page.current) askForSize(page.current);
  });
  useLayoutEffect(() => {
    const element = page.current;
    if (!element) return;
    const observer = new ResizeObserver(() => askForSize(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [page]);
}
