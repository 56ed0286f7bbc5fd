import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { PaletteEntry } from './palette-entry.ts';

export interface ActiveEntry {
  /** What Enter runs; undefined when nothing fits. */
  readonly active: PaletteEntry | undefined;
  readonly setActive: (entry: PaletteEntry) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The list, in which the active entry is kept in sight. */
  readonly list: RefObject<HTMLDivElement | null>;
}

/** Going through the entries by keys while the text box keeps the focus. What is typed makes the best one active. */
export function useActiveEntry(
  entries: readonly PaletteEntry[],
  query: string,
  onChoose: (entry: PaletteEntry) => void,
): ActiveEntry {
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState({ id: '', query });
  const at =
    chosen.query === query
      ? Math.max(
          0,
          entries.findIndex(({ id }) => id === chosen.id),
        )
      : 0;
  const moveTo = (index: number) => {
    const entry = entries[(index + entries.length) % entries.length];
    if (entry) setChosen({ id: entry.id, query });
  };
  const active = entries[at];
  const activeId = active?.id;
  useEffect(() => {
    if (activeId === undefined) return;
    const option = list.current?.querySelector('[aria-selected="true"]');
    option?.scrollIntoView({ block: 'nearest' });
    // The heading above the first entry belongs to it.
    if (at === 0) list.current?.scrollTo({ top: 0 });
  }, [activeId, at]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 8,
      PageUp: at - 8,
    };
    const target = targets[event.key];
    if (target !== undefined) moveTo(event.key.startsWith('Page') ? within(target, entries.length) : target);
    else if (event.key === 'Enter') active && onChoose(active);
    else return;
    event.preventDefault();
  };
  return { active, setActive: (entry) => setChosen({ id: entry.id, query }), onKeyDown, list };
}

/** Pages stop at the ends; single steps go round. */
function within(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
