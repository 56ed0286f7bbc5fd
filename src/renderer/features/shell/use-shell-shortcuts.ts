import { useEffect, useRef } from 'react';
import { useShortcut } from '../../shortcuts/hooks.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useUi } from '../../state/hooks.ts';
import { showView } from '../../state/ui-store.ts';

/** The keys for what is always there: the agent's state, and the views. */
export function useShellShortcuts(): void {
  const { ui, client, shortcuts } = useServices();
  const focusList = useFocusList();
  useShortcut('agent.ready', () => void client.perform('agent.set-state', { state: 'ready' }));
  useShortcut('agent.not-ready', () => void client.perform('agent.set-state', { state: 'not-ready' }));
  useShortcut('view.settings', () => showView(ui, 'settings'));
  useShortcut('view.interactions', () => {
    showView(ui, 'interactions');
    if (document.querySelector('[data-list="interactions"]') === null) shortcuts.run('view.list');
    focusList();
  });
}

function focusList(): void {
  const entries = [...document.querySelectorAll<HTMLElement>('[data-list="interactions"] [role="option"]')];
  const entry = entries.find((element) => element.ariaSelected === 'true') ?? entries[0];
  entry?.focus();
}

/** Leads to the open entry of the list, else to its first one, once the list is on the page. */
function useFocusList(): () => void {
  const view = useUi((state) => state.view);
  const wanted = useRef(false);
  // Coming from another view, the list appears with the next render, and its entries with the one after.
  useEffect(() => {
    if (view !== 'interactions' || !wanted.current) return;
    wanted.current = false;
    const frame = requestAnimationFrame(focusList);
    return () => cancelAnimationFrame(frame);
  }, [view]);
  return () => {
    wanted.current = view !== 'interactions';
    // A list that was hidden is there with the next frame.
    if (!wanted.current) requestAnimationFrame(focusList);
  };
}
