import { useCallback, useEffect, useRef, useState } from 'react';

/** What a wheel or a finger can move the view in the frame or two a page may be late, px. */
const CALM = 300;
/** While the view goes further than its own height step after step, nothing drawn beyond it is ever seen; px. */
const RUSHED = 60;
/** Such steps further apart than this are jumps, and a rush is over when none came for this long, ms. */
const LULL = 150;

export interface ScrollBuffer {
  /** Rows to be drawn above and below the view, px. */
  readonly size: number;
  readonly onScroll: (scroller: HTMLElement) => void;
}

/** How much is drawn beyond the view: less while its scrollbar is dragged through thousands of messages (PRF-1). */
export function useScrollBuffer(): ScrollBuffer {
  const [size, setSize] = useState(CALM);
  const top = useRef(0);
  const lull = useRef<number>(undefined);
  const onScroll = useCallback(({ scrollTop, clientHeight }: HTMLElement) => {
    const distance = Math.abs(scrollTop - top.current);
    top.current = scrollTop;
    if (distance <= clientHeight) return;
    if (lull.current !== undefined) setSize(RUSHED);
    window.clearTimeout(lull.current);
    lull.current = window.setTimeout(() => {
      lull.current = undefined;
      setSize(CALM);
    }, LULL);
  }, []);
  useEffect(() => () => window.clearTimeout(lull.current), []);
  return { size, onScroll };
}
