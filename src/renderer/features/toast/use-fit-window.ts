import { type RefObject, useLayoutEffect } from 'react';

/** Asks main for a window as high as the page; it answers by placing it (`windows/toast-window.ts`). */
function askForHeight(page: HTMLElement): void {
  const height = Math.ceil(page.getBoundingClientRect().height);
  if (height > 0 && height !== window.innerHeight) window.resizeTo(window.innerWidth, height);
}

/**
 * Keeps the window as high as what it shows. After each render, so that a hidden window, which paints nothing, has
 * its height before it is shown; and by observation, for text size and fonts.
 */
export function useFitWindow(page: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (page.current) askForHeight(page.current);
  });
  useLayoutEffect(() => {
    const element = page.current;
    if (!element) return;
    const observer = new ResizeObserver(() => askForHeight(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [page]);
}
