import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import type { SplitterProps } from './splitter.tsx';

const REMEMBERED = 'replydesk.list-width';
const NARROWEST = 13;
const WIDEST = 30;
const DEFAULT = 18.5;

export interface ListWidth {
  readonly panel: RefObject<HTMLElement | null>;
  readonly splitter: Omit<SplitterProps, 'label'>;
}

/** Width of the list in rem, as the agent left it; null when they never moved it. */
function remembered(): number | null {
  const value = Number.parseFloat(localStorage.getItem(REMEMBERED) ?? '');
  return Number.isFinite(value) ? Math.min(WIDEST, Math.max(NARROWEST, value)) : null;
}

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Lets the agent set the width of the list, and keeps it over restarts. */
export function useListWidth(): ListWidth {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const width = remembered();
    if (width !== null) panel.current?.style.setProperty('--list-width', `${width}rem`);
  }, []);
  const splitter = useMemo(() => {
    const set = (width: number) => {
      const kept = Math.min(WIDEST, Math.max(NARROWEST, width));
      panel.current?.style.setProperty('--list-width', `${kept}rem`);
      localStorage.setItem(REMEMBERED, String(kept));
    };
    return {
      min: NARROWEST,
      max: WIDEST,
      value: () => (panel.current?.offsetWidth ?? 0) / rem(),
      onMove: (pixels: number) => set((panel.current?.offsetWidth ?? 0) / rem() + pixels / rem()),
      onSet: set,
      onReset: () => {
        panel.current?.style.removeProperty('--list-width');
        localStorage.removeItem(REMEMBERED);
      },
      initial: DEFAULT,
    };
  }, []);
  return { panel, splitter };
}
