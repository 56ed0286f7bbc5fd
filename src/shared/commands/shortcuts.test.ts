import { describe, expect, it } from 'vitest';
import { keyChordText, parseKeyChord } from '../options/key-chord.ts';
import { optionMetadataSchema } from '../options/metadata.ts';
import { shortcutOptions, shortcuts } from './shortcuts.ts';
import { sameChord, unfitChord } from './typing-chords.ts';

describe('shortcuts', () => {
  it.each(shortcuts.map(({ id, chord }) => [id, chord]))('%s has keys that type nothing, on any system', (_, text) => {
    const chord = parseKeyChord(text);
    if (!chord.ok) throw new Error(chord.reason);
    expect(unfitChord(chord.value, false)).toBeUndefined();
    expect(unfitChord(chord.value, true)).toBeUndefined();
    expect(keyChordText(chord.value)).toBe(text);
  });

  it('have each their own', () => {
    for (const mac of [false, true]) {
      for (const one of shortcuts) {
        expect(shortcuts.filter((other) => sameChord(one.chord, other.chord, mac))).toEqual([one]);
      }
    }
  });

  it('become options that files and agents may set, also to none', () => {
    expect(shortcutOptions).toHaveLength(shortcuts.length);
    for (const option of shortcutOptions) {
      expect(optionMetadataSchema.safeParse(option).success).toBe(true);
      expect(option).toMatchObject({ userSettable: true, takesEffect: 'immediately', type: { mayBeEmpty: true } });
    }
  });
});
