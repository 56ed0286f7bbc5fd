import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { useServices } from '../../state/desk-context.tsx';
import { openInteraction } from '../../state/ui-store.ts';
import { entryAt } from './use-drag-entries.ts';

/** For the element around the list. */
export interface ChooseAgain {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onMouseDown: () => void;
  readonly onClick: (event: MouseEvent) => void;
}

/**
 * Opens an entry that is chosen already, which a list box takes for no choice: its window comes to the front (UI-1).
 * Enter goes on to the composer, a click and the space bar only open.
 */
export function useChooseAgain(selected: string | null): ChooseAgain {
  const { ui } = useServices();
  // A press chooses before its click comes.
  const before = useRef<string | null>(null);
  return {
    onKeyDown: (event) => {
      const id = event.nativeEvent.isComposing ? undefined : entryAt(event.target)?.dataset.key;
      if (id === undefined) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        event.stopPropagation();
        openInteraction(ui, id, true);
      } else if (event.key === ' ' && id === selected) openInteraction(ui, id, false);
    },
    onMouseDown: () => {
      before.current = selected;
    },
    onClick: (event) => {
      const id = entryAt(event.target)?.dataset.key;
      if (id !== undefined && id === selected && id === before.current) openInteraction(ui, id, false);
    },
  };
}
