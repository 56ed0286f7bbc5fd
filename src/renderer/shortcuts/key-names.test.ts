import { describe, expect, it } from 'vitest';
import { parseKeyChord } from '#shared/options/key-chord.ts';
import { keyNames } from './key-names.ts';

function names(text: string, mac: boolean): readonly string[] {
  const chord = parseKeyChord(text);
  if (!chord.ok) throw new Error(chord.reason);
  return keyNames(chord.value, mac).map((name) => ('text' in name ? name.text : name.sign));
}

describe('keyNames', () => {
  it('names modifiers first, by catalogue', () => {
    expect(names('Shift+Mod+K', false)).toEqual(['key.ctrl', 'key.shift', 'K']);
    expect(names('Alt+ArrowDown', false)).toEqual(['key.alt', '↓']);
  });

  it('draws them as macOS does', () => {
    expect(names('Mod+Shift+K', true)).toEqual(['⇧', '⌘', 'K']);
  });

  it('names keys that write nothing', () => {
    expect(names('Mod+Space', false)).toEqual(['key.ctrl', 'key.space']);
    expect(names('F8', false)).toEqual(['F8']);
  });
});
