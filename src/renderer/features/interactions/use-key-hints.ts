import { useEffect } from 'react';
import { chordTextOf } from '../../shortcuts/shortcut-of.ts';
import { useServices } from '../../state/desk-context.tsx';
import { isMac } from '../../state/selectors.ts';

/** Held this long, the key is looked for and not part of a quick shortcut, ms. */
const HELD = 400;

/**
 * While Ctrl (⌘ on macOS) is held, the page says so in `data-key-hints`, and the list shows its numbers: shortcuts are
 * found where they are used. Not when the agent gave the entries other keys: the hint would be wrong.
 */
export function useKeyHints(): void {
  const { store } = useServices();
  useEffect(() => {
    const root = document.documentElement;
    let timer: number | undefined;
    const hide = () => {
      window.clearTimeout(timer);
      delete root.dataset.keyHints;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat) return;
      hide();
      const model = store.getState();
      if (event.key !== (isMac(model) ? 'Meta' : 'Control')) return;
      if (chordTextOf('interaction.open-1', model.options) !== 'Mod+1') return;
      timer = window.setTimeout(() => {
        root.dataset.keyHints = 'true';
      }, HELD);
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', hide);
    window.addEventListener('blur', hide);
    return () => {
      hide();
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', hide);
      window.removeEventListener('blur', hide);
    };
  }, [store]);
}
