import { heldKeys } from '#shared/commands/typing-chords.ts';
import type { KeyChord } from '#shared/options/key-chord.ts';

/** What is looked at of a key press. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const LETTER = /^\p{Lu}$/u;
const DIGIT = /^\d$/;

/** Whether a key press is this chord. */
export function matchesChord(event: Pressed, chord: KeyChord, mac: boolean): boolean {
  const held = heldKeys(chord.modifiers, mac);
  if (event.ctrlKey !== held.ctrl || event.metaKey !== held.meta || event.altKey !== held.alt) return false;
  if (keyOf(event) === chord.key) return event.shiftKey === held.shift || (isSign(chord.key) && event.shiftKey);
  return event.shiftKey === held.shift && byPlace(event) === chord.key;
}

/** The key of a press as a chord names it; undefined for a modifier alone and for what is no key (a dead accent). */
export function keyOf({ key }: Pick<Pressed, 'key'>): string | undefined {
  if (key === ' ') return 'Space';
  if ([...key].length === 1) return upper(key);
  return NOT_KEYS.has(key) ? undefined : key;
}

const NOT_KEYS = new Set([
  ...['', 'Alt', 'AltGraph', 'CapsLock', 'Control', 'Fn', 'FnLock', 'Hyper', 'Meta', 'NumLock', 'ScrollLock'],
  ...['Shift', 'Super', 'Symbol', 'SymbolLock', 'Dead', 'Process', 'Unidentified', 'Compose'],
]);

/** A sign such as `?` or `1` may itself need Shift, on one keyboard and not on another. */
export function isSign(key: string): boolean {
  return [...key].length === 1 && key.toUpperCase() === key.toLowerCase();
}

/** By the place of the key: a French keyboard writes the digits with Shift only, a Cyrillic one no Latin letters. */
function byPlace({ key, code }: Pressed): string | undefined {
  const place = /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(code)?.[1];
  if (place === undefined) return undefined;
  const written = keyOf({ key });
  const latin = written !== undefined && /^[A-Z]$/.test(written);
  return DIGIT.test(place) || (!latin && LETTER.test(written ?? '')) ? place : undefined;
}

/** Some letters have two in upper case (ß): such a key keeps its name, as in `parseKeyChord`. */
function upper(key: string): string {
  const raised = key.toUpperCase();
  return [...raised].length === 1 ? raised : key;
}
