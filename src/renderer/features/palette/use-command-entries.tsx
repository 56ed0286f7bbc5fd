import { CornerDownRight } from 'lucide-react';
import { useState } from 'react';
import { type ShortcutId, shortcuts } from '#shared/commands/shortcuts.ts';
import { chordTextOf } from '../../shortcuts/shortcut-of.ts';
import { useShortcutTitle } from '../../shortcuts/use-shortcut-title.ts';
import { useServices } from '../../state/desk-context.tsx';
import { commandIcons } from './command-icons.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** Interactions stand in the palette by their names, and the palette itself is there already. */
const ELSEWHERE = /^(?:interaction\.open-\d|application\.palette)$/;

/** The commands that have keys and can be run where the agent was when the palette opened. */
export function useCommandEntries(): readonly PaletteEntry[] {
  const { store, shortcuts: registry } = useServices();
  const titleOf = useShortcutTitle();
  const [ids] = useState<readonly ShortcutId[]>(() =>
    shortcuts.map(({ id }) => id).filter((id) => !ELSEWHERE.test(id) && registry.has(id)),
  );
  const { options } = store.getState();
  return ids.map((id) => {
    const Icon = commandIcons[id] ?? CornerDownRight;
    return {
      id,
      group: 'commands',
      title: titleOf(id),
      words: '',
      icon: <Icon />,
      chord: chordTextOf(id, options),
      run: () => void registry.run(id),
    };
  });
}
