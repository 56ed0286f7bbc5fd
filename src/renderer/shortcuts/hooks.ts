import { useEffect, useEffectEvent } from 'react';
import type { ShortcutId } from '#shared/commands/shortcuts.ts';
import { useServices } from '../state/desk-context.tsx';
import { useDesk } from '../state/hooks.ts';
import { isMac } from '../state/selectors.ts';
import { chordTextOf } from './shortcut-of.ts';
import type { ShortcutAction } from './shortcut-registry.ts';

/** Says what a command does while this component is there; `enabled` false takes it back. */
export function useShortcut(id: ShortcutId, action: ShortcutAction, enabled = true): void {
  const { shortcuts } = useServices();
  const run = useEffectEvent(action);
  useEffect(() => {
    if (!enabled) return;
    const registered = shortcuts.register(id, () => run());
    return () => registered.dispose();
  }, [shortcuts, id, enabled]);
}

/** The keys of a command as text, in force now; empty when it has none. */
export function useChordText(id: ShortcutId): string {
  return useDesk((model) => chordTextOf(id, model.options));
}

/** Whether this is macOS, whose keys are other ones. */
export function useIsMac(): boolean {
  return useDesk(isMac);
}
