import { type KeyChord, type Modifier, parseKeyChord } from '../options/key-chord.ts';

/** Why a chord cannot be a shortcut. */
export type UnfitChord =
  /** No Ctrl, Command, Alt or function key: it types, or moves in a text box. */
  | 'types'
  /** Ctrl and Alt together are AltGr on many keyboards, which types. */
  | 'alt-gr'
  /** Option with a character types another character on macOS. */
  | 'option-types'
  /** Every text box needs it: copy, paste, undo and the like. */
  | 'editing';

const FUNCTION_KEY = /^F\d{1,2}$/;

/** What text boxes do themselves on every system. */
const EDITING = ['A', 'C', 'V', 'X', 'Y', 'Z'];
const NAMED_EDITING = ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Backspace', 'Delete'];

/**
 * What keeps a chord from being a shortcut on this system; undefined when nothing does. A rule by the chord alone, not
 * by the keyboard in use: preferences follow an agent to another desk, whose keyboard may type what this one does not.
 */
export function unfitChord(chord: KeyChord, mac: boolean): UnfitChord | undefined {
  const held = heldKeys(chord.modifiers, mac);
  const character = [...chord.key].length === 1 || chord.key === 'Space';
  if (FUNCTION_KEY.test(chord.key)) return undefined;
  if (!held.ctrl && !held.meta && !held.alt) return 'types';
  if (character && held.ctrl && held.alt && !mac) return 'alt-gr';
  if (character && held.alt && !held.ctrl && !held.meta && mac) return 'option-types';
  return isEditing(chord, held, mac) ? 'editing' : undefined;
}

export interface HeldKeys {
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** The modifiers of a chord as keys of this system. */
export function heldKeys(modifiers: readonly Modifier[], mac: boolean): HeldKeys {
  const mod = modifiers.includes('Mod');
  return {
    ctrl: modifiers.includes('Ctrl') || (mod && !mac),
    meta: modifiers.includes('Meta') || (mod && mac),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
  };
}

/** Whether two texts are the same keys on this system: there `Mod+K` and `Ctrl+K` may be one. */
export function sameChord(a: string, b: string, mac: boolean): boolean {
  const key = chordIdentity(a, mac);
  return key !== undefined && key === chordIdentity(b, mac);
}

function chordIdentity(text: string, mac: boolean): string | undefined {
  const parsed = parseKeyChord(text);
  return parsed.ok ? JSON.stringify([heldKeys(parsed.value.modifiers, mac), parsed.value.key]) : undefined;
}

function isEditing({ key }: KeyChord, held: HeldKeys, mac: boolean): boolean {
  const mod = mac ? held.meta && !held.ctrl : held.ctrl && !held.meta;
  if (!mod || held.alt) return false;
  if (key === 'Z' || NAMED_EDITING.includes(key)) return true;
  return !held.shift && EDITING.includes(key);
}
