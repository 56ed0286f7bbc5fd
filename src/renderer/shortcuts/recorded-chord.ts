import { type KeyChord, keyChordText, type Modifier, parseKeyChord } from '#shared/options/key-chord.ts';
import { isSign, keyOf, type Pressed } from './match-chord.ts';

/**
 * The chord of a key press as an option holds it; undefined while only modifiers are held, and for keys a chord cannot
 * name. The system's main modifier is written as `Mod`, so that the preference is right on another system, too.
 */
export function recordedChord(event: Pressed, mac: boolean): KeyChord | undefined {
  const key = keyOf(event);
  if (key === undefined) return undefined;
  const modifiers: Modifier[] = [];
  if (event.ctrlKey) modifiers.push(mac ? 'Ctrl' : 'Mod');
  if (event.altKey) modifiers.push('Alt');
  if (event.shiftKey && !isSign(key)) modifiers.push('Shift');
  if (event.metaKey) modifiers.push(mac ? 'Mod' : 'Meta');
  // The key may be one no option can name (a media key), so it is read as an option would be.
  const parsed = parseKeyChord(keyChordText({ modifiers, key }));
  return parsed.ok ? parsed.value : undefined;
}
