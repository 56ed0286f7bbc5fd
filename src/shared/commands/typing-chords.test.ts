import { describe, expect, it } from 'vitest';
import { parseKeyChord } from '../options/key-chord.ts';
import { sameChord, type UnfitChord, unfitChord } from './typing-chords.ts';

function unfit(text: string, mac = false): UnfitChord | undefined {
  const chord = parseKeyChord(text);
  if (!chord.ok) throw new Error(chord.reason);
  return unfitChord(chord.value, mac);
}

describe('unfitChord', () => {
  it.each<[string, UnfitChord | undefined, UnfitChord | undefined]>([
    ['K', 'types', 'types'],
    ['Shift+K', 'types', 'types'],
    ['Enter', 'types', 'types'],
    ['Shift+ArrowUp', 'types', 'types'],
    ['F8', undefined, undefined],
    ['Shift+F8', undefined, undefined],
    ['Mod+K', undefined, undefined],
    ['Alt+K', undefined, 'option-types'],
    ['Alt+Shift+2', undefined, 'option-types'],
    ['Alt+Space', undefined, 'option-types'],
    ['Alt+ArrowUp', undefined, undefined],
    ['Ctrl+Alt+E', 'alt-gr', undefined],
    ['Mod+Alt+E', 'alt-gr', undefined],
    ['Mod+Alt+Shift+E', 'alt-gr', undefined],
    ['Ctrl+Alt+ArrowUp', undefined, undefined],
    ['Mod+C', 'editing', 'editing'],
    ['Mod+Shift+Z', 'editing', 'editing'],
    ['Mod+Shift+C', undefined, undefined],
    ['Ctrl+V', 'editing', undefined],
    ['Mod+Backspace', 'editing', 'editing'],
  ])('%s: %s, on macOS %s', (text, here, mac) => {
    expect(unfit(text)).toBe(here);
    expect(unfit(text, true)).toBe(mac);
  });
});

describe('sameChord', () => {
  it('knows Mod by the system', () => {
    expect(sameChord('Mod+K', 'ctrl+k', false)).toBe(true);
    expect(sameChord('Mod+K', 'Ctrl+K', true)).toBe(false);
    expect(sameChord('Mod+K', 'Cmd+K', true)).toBe(true);
  });

  it('finds nothing alike in what is no chord', () => {
    expect(sameChord('', '', false)).toBe(false);
    expect(sameChord('Mod+K', 'Mod+Shift+K', false)).toBe(false);
  });
});
