import { useEffect } from 'react';
import { useServices } from '../state/desk-context.tsx';
import { isMac } from '../state/selectors.ts';
import { commandFor, type KeyPlace } from './command-for.ts';

/** A place whose keys are its own: a dialog keeps the agent to its question, a menu to its entries. */
const OWN_KEYS = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Input elements that hold no text. */
const NO_TEXT = new Set(['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit']);

/** Runs the command whose keys are pressed, anywhere in the window; the one place that listens for them. */
export function useShortcutDispatcher(): void {
  const { store, shortcuts } = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const model = store.getState();
      const id = commandFor(event, placeOf(event.target), model.options, isMac(model));
      if (id !== undefined && shortcuts.run(id)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, shortcuts]);
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.closest(OWN_KEYS)) return 'own-keys';
  if (target instanceof HTMLInputElement) return NO_TEXT.has(target.type) ? 'page' : 'text-box';
  return target instanceof HTMLTextAreaElement || target.isContentEditable ? 'text-box' : 'page';
}
