import type { Pressed } from './match-chord.ts';

/** What is looked at of a key press to know whether it may write. */
export interface WritingPress extends Pressed {
  readonly isComposing: boolean;
  getModifierState(key: string): boolean;
}

/**
 * Whether a key press may write a character or move in a text box. By what the keyboard says now, besides the rule for
 * choosing chords: an administrator's file may hold a chord which types on this keyboard.
 */
export function mayWrite(event: WritingPress, mac: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (event.isComposing || key === 'Dead' || event.getModifierState('AltGraph')) return true;
  const character = [...key].length === 1;
  if (character && ctrlKey && altKey && !mac) return true;
  if (character && altKey && mac && !ctrlKey && !metaKey) return true;
  return !ctrlKey && !metaKey && !altKey && !/^F\d{1,2}$/.test(key);
}
