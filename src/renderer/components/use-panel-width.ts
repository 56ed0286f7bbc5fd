import { type RefCallback, useCallback, useMemo, useRef } from 'react';
import type { SplitterProps } from './splitter.tsx';

/** A panel whose width the agent may set, all in rem, so that it grows with the text. */
export interface PanelWidthOptions {
  /** Under this name it is remembered. */
  readonly remembered: string;
  /** The CSS variable that holds the width; the style sheet says what counts without it. */
  readonly property: `--${string}`;
  readonly narrowest: number;
  readonly widest: number;
  /** What the style sheet says. */
  readonly initial: number;
}

export interface PanelWidth<T extends HTMLElement = HTMLElement> {
  readonly panel: RefCallback<T>;
  readonly splitter: Omit<SplitterProps, 'label' | 'edge'>;
}

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Lets the agent set the width of a panel, and keeps it over restarts (UI-1). `options` must stay the same. */
export function usePanelWidth<T extends HTMLElement = HTMLElement>(options: PanelWidthOptions): PanelWidth<T> {
  const { remembered, property, narrowest, widest, initial } = options;
  const element = useRef<T>(null);
  // A panel that was put away comes back as it was.
  const panel = useCallback(
    (shown: T | null) => {
      element.current = shown;
      const width = Number.parseFloat(localStorage.getItem(remembered) ?? '');
      if (!Number.isFinite(width)) return;
      shown?.style.setProperty(property, `${Math.min(widest, Math.max(narrowest, width))}rem`);
    },
    [remembered, property, narrowest, widest],
  );
  const splitter = useMemo(() => {
    const value = () => (element.current?.offsetWidth ?? 0) / rem();
    const set = (width: number) => {
      const kept = Math.min(widest, Math.max(narrowest, width));
      element.current?.style.setProperty(property, `${kept}rem`);
      localStorage.setItem(remembered, String(kept));
    };
    const reset = () => {
      element.current?.style.removeProperty(property);
      localStorage.removeItem(remembered);
    };
    const move = (pixels: number) => set(value() + pixels / rem());
    return { min: narrowest, max: widest, initial, value, onMove: move, onSet: set, onReset: reset };
  }, [remembered, property, narrowest, widest, initial]);
  return { panel, splitter };
}
