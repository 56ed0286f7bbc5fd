import { type RefCallback, useCallback, useState, useSyncExternalStore } from 'react';

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
  readonly show: () => void;
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
  const show = useCallback(() => {
    if (!wide) return setOver(true);
    localStorage.setItem(REMEMBERED, 'open');
    setDocked(true);
  }, [wide]);
  return { open: wide ? docked : over, over: !wide, toggle, close, show, place };
}

const TAB = 'replydesk.side-panel-tab';

/** One choice for all conversations, each of which draws its panel anew. */
const listeners = new Set<() => void>();

export type SidePanelTab = 'facts' | 'responses';

function readTab(): SidePanelTab {
  return localStorage.getItem(TAB) === 'responses' ? 'responses' : 'facts';
}

/** Shows a tab of the side panel, here and in every conversation from now on. */
export function showSidePanelTab(tab: string): void {
  localStorage.setItem(TAB, tab);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Which tab of the side panel is shown; remembered. */
export function useSidePanelTab(): { readonly tab: SidePanelTab; readonly choose: (tab: string) => void } {
  return { tab: useSyncExternalStore(subscribe, readTab), choose: showSidePanelTab };
}
