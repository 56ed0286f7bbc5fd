import { type RefCallback, useCallback, useState } from 'react';

/**
 * Below this the panel lies over the conversation and is closed until asked for (UI-1); in rem, so that it follows
 * the text size. With the other panels at their usual width that is a window of 1200 px.
 */
const DOCKED_FROM = 52;
const REMEMBERED = 'replydesk.side-panel';

export interface SidePanelState {
  readonly open: boolean;
  /** It lies over the conversation. */
  readonly over: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
  /** For the element whose width decides. */
  readonly place: RefCallback<HTMLElement>;
}

function isWide(place: HTMLElement): boolean {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return place.clientWidth >= DOCKED_FROM * rem;
}

/** Whether the panel is there. Where there is room the choice is remembered; where there is none it begins closed. */
export function useSidePanel(): SidePanelState {
  const [wide, setWide] = useState(true);
  const [docked, setDocked] = useState(() => localStorage.getItem(REMEMBERED) !== 'closed');
  const [over, setOver] = useState(false);
  const place = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    setWide(isWide(element));
    const observer = new ResizeObserver(() => setWide(isWide(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const toggle = useCallback(() => {
    if (!wide) return setOver((open) => !open);
    localStorage.setItem(REMEMBERED, docked ? 'closed' : 'open');
    setDocked(!docked);
  }, [wide, docked]);
  const close = useCallback(() => setOver(false), []);
  return { open: wide ? docked : over, over: !wide, toggle, close, place };
}
