import { useEffect } from 'react';
import { useServices } from '../state/desk-context.tsx';
import { isMac } from '../state/selectors.ts';
import { shortcutOf } from './shortcut-of.ts';
import { mayWrite } from './writes-text.ts';

/** A place whose keys are its own: a dialog keeps the agent to its question, a menu to its entries. */
const OWN_KEYS = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Input elements that hold no text. */
const NO_TEXT = new Set(['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit']);

/** Runs the command whose keys are pressed, anywhere in the window; the one place that listens for them. */
export function useShortcutDispatcher(): void {
  const { store, shortcuts } = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const model = store.getState();
      const mac = isMac(model);
      if (event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return;
      if (isTextBox(event.target) && mayWrite(event, mac)) return;
      const id = shortcutOf(event, model.options, mac);
      if (id !== undefined && shortcuts.run(id)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, shortcuts]);
}

function isTextBox(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
