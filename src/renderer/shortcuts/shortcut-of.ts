import { type ShortcutId, shortcutOptionName, shortcuts } from '#shared/commands/shortcuts.ts';
import { type KeyChord, parseKeyChord } from '#shared/options/key-chord.ts';
import { matchesChord, type Pressed } from './match-chord.ts';

/** Effective `keyboard.*` options as texts. */
export type KeyOptions = Readonly<Record<string, string>>;

/** The keys of a command as text; the default while main has not said, empty for none. */
export function chordTextOf(id: ShortcutId, options: KeyOptions): string {
  return options[shortcutOptionName(id)] ?? shortcuts.find((shortcut) => shortcut.id === id)?.chord ?? '';
}

/** The keys of a command; undefined when it has none. */
export function chordOf(id: ShortcutId, options: KeyOptions): KeyChord | undefined {
  const parsed = parseKeyChord(chordTextOf(id, options));
  return parsed.ok ? parsed.value : undefined;
}

/** The command a key press asks for, the first of the list where several have the same keys. */
export function shortcutOf(event: Pressed, options: KeyOptions, mac: boolean): ShortcutId | undefined {
  return shortcuts.find(({ id }) => {
    const chord = chordOf(id, options);
    return chord !== undefined && matchesChord(event, chord, mac);
  })?.id;
}
