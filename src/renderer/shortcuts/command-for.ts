import type { ShortcutId } from '#shared/commands/shortcuts.ts';
import { type KeyOptions, shortcutOf } from './shortcut-of.ts';
import { mayWrite, type WritingPress } from './writes-text.ts';

/** Where a key was pressed: a dialog or menu has keys of its own, a text box writes. */
export type KeyPlace = 'page' | 'text-box' | 'own-keys';

/** The command a key press runs, where it was pressed; what writes in a text box is never taken from it. */
export function commandFor(
  event: WritingPress,
  place: KeyPlace,
  options: KeyOptions,
  mac: boolean,
): ShortcutId | undefined {
  if (event.isComposing || place === 'own-keys') return undefined;
  if (place === 'text-box' && mayWrite(event, mac)) return undefined;
  return shortcutOf(event, options, mac);
}
