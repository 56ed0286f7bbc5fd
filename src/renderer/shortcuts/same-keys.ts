import { type ShortcutId, shortcuts } from '#shared/commands/shortcuts.ts';
import { sameChord } from '#shared/commands/typing-chords.ts';
import { chordTextOf, type KeyOptions } from './shortcut-of.ts';

/** The other command that has these keys on this system; undefined when they are free. */
export function otherWithKeys(
  id: ShortcutId,
  chord: string,
  options: KeyOptions,
  mac: boolean,
): ShortcutId | undefined {
  return shortcuts.find((other) => other.id !== id && sameChord(chord, chordTextOf(other.id, options), mac))?.id;
}
