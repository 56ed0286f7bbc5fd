import { useEffect, useEffectEvent } from 'react';
import type { ShortcutId } from '#shared/commands/shortcuts.ts';
import { shortcuts } from '#shared/commands/shortcuts.ts';
import { useShortcut } from '../../shortcuts/hooks.ts';
import { useServices } from '../../state/desk-context.tsx';
import { openInteraction } from '../../state/ui-store.ts';
import { neighbour } from './order.ts';
import { useArrange } from './use-arrange.ts';
import { useMyInteractionIds, useSelectedId } from './use-my-interactions.ts';

/** Going through the list by keys, from anywhere in the window: the neighbours of the open entry, and the first nine. */
export function useInteractionShortcuts(): void {
  const { ui, shortcuts: registry } = useServices();
  const ids = useMyInteractionIds();
  const selected = useSelectedId();
  const open = (id: string | undefined) => {
    if (id !== undefined) openInteraction(ui, id, true);
  };
  useShortcut('interaction.next', () => open(neighbour(ids, selected, 1)));
  useShortcut('interaction.previous', () => open(neighbour(ids, selected, -1)));
  const arrange = useArrange();
  // In the list it is the entry under the focus, elsewhere the open one.
  const withEntry = (act: (id: string) => void) => () => {
    const id = focusedEntry() ?? selected;
    if (id !== null) act(id);
  };
  useShortcut('interaction.pin', withEntry(arrange.togglePin));
  useShortcut(
    'interaction.move-up',
    withEntry((id) => arrange.move(id, -1)),
  );
  useShortcut(
    'interaction.move-down',
    withEntry((id) => arrange.move(id, 1)),
  );
  const openNth = useEffectEvent((nth: number) => open(ids[nth - 1]));
  useEffect(() => {
    const registered = nths.map(([id, nth]) => registry.register(id, () => openNth(nth)));
    return () => {
      for (const entry of registered) entry.dispose();
    };
  }, [registry]);
}

function focusedEntry(): string | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused.closest('[data-list="interactions"]')
    ? focused.closest<HTMLElement>('[role="option"]')?.dataset.key
    : undefined;
}

/** The commands that open an entry by its place, with the place. */
const nths: readonly (readonly [ShortcutId, number])[] = shortcuts.flatMap(({ id }) => {
  const nth = /^interaction\.open-(\d)$/.exec(id)?.[1];
  return nth === undefined ? [] : [[id, Number(nth)] as const];
});
