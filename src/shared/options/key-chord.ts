import { type Parsed, parsed, unfit } from './parsed.ts';

/** `Mod` is Command on macOS and Ctrl elsewhere. */
export type Modifier = 'Mod' | 'Ctrl' | 'Alt' | 'Shift' | 'Meta';

/** A keyboard shortcut: modifiers in a fixed order and one key, named as in `KeyboardEvent.key` (letters upper case). */
export interface KeyChord {
  readonly modifiers: readonly Modifier[];
  readonly key: string;
}

const ORDER: readonly Modifier[] = ['Mod', 'Ctrl', 'Alt', 'Shift', 'Meta'];

const MODIFIERS: Readonly<Record<string, Modifier>> = {
  mod: 'Mod',
  cmdorctrl: 'Mod',
  commandorcontrol: 'Mod',
  ctrl: 'Ctrl',
  control: 'Ctrl',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
  meta: 'Meta',
  cmd: 'Meta',
  command: 'Meta',
  win: 'Meta',
};

const NAMED_KEYS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...['Enter', 'Escape', 'Tab', 'Space', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'],
    ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    ...Array.from({ length: 24 }, (_, i) => `F${i + 1}`),
  ].map((name) => [name.toLowerCase(), name]),
);

const ALIASES: Readonly<Record<string, string>> = {
  esc: 'Escape',
  return: 'Enter',
  del: 'Delete',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  plus: '+',
};

/** Reads `Ctrl+Shift+K` and the like; upper and lower case do not matter. */
export function parseKeyChord(text: string): Parsed<KeyChord> {
  const names = text.split('+').map((part) => part.trim());
  const last = names.pop() ?? '';
  const modifiers = new Set<Modifier>();
  for (const name of names) {
    const modifier = lookUp(MODIFIERS, name);
    if (modifier === undefined) return unfit(`${name === '' ? 'a blank' : name} is no modifier`);
    modifiers.add(modifier);
  }
  const key = readKey(last);
  if (key === undefined) return unfit(last === '' ? 'the key is missing' : `${last} is no key`);
  return parsed({ modifiers: ORDER.filter((m) => modifiers.has(m)), key });
}

/** The one spelling of a chord, by which two of them are compared. */
export function keyChordText(chord: KeyChord): string {
  return [...chord.modifiers, chord.key === '+' ? 'Plus' : chord.key].join('+');
}

function readKey(name: string): string | undefined {
  const named = lookUp(NAMED_KEYS, name) ?? lookUp(ALIASES, name);
  if (named !== undefined) return named;
  if (!isSingle(name) || name.trim() !== name) return undefined;
  // Some letters have two in upper case (ß): such a key keeps its name.
  const upper = name.toUpperCase();
  return isSingle(upper) ? upper : name;
}

function isSingle(name: string): boolean {
  return [...name].length === 1;
}

function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
