import { useEffect } from 'react';
import { useServices } from '../../state/desk-context.tsx';
import { openInteraction } from '../../state/ui-store.ts';
import { neighbour } from './order.ts';
import { shortcutOf } from './shortcuts.ts';
import { useMyInteractionIds, useSelectedId } from './use-my-interactions.ts';

/** Ctrl+1…9 and Alt+Up/Down anywhere in the window (⌘ instead of Ctrl on macOS). */
export function useInteractionShortcuts(): void {
  const { ui, store } = useServices();
  const ids = useMyInteractionIds();
  const selected = useSelectedId();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, store.getState().program.platform.startsWith('darwin'));
      if (!shortcut || event.isComposing) return;
      const id = 'nth' in shortcut ? ids[shortcut.nth - 1] : neighbour(ids, selected, shortcut.step);
      event.preventDefault();
      if (id !== undefined) openInteraction(ui, id, true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [ui, store, ids, selected]);
}
