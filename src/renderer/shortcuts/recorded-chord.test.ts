import { describe, expect, it } from 'vitest';
import { keyChordText } from '#shared/options/key-chord.ts';
import type { Pressed } from './match-chord.ts';
import { recordedChord } from './recorded-chord.ts';

const none: Pressed = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

function recorded(press: Partial<Pressed>, mac = false): string | undefined {
  const chord = recordedChord({ ...none, ...press }, mac);
  return chord && keyChordText(chord);
}

describe('recordedChord', () => {
  it('waits while only modifiers are held, and for dead keys', () => {
    for (const key of ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process']) {
      expect(recorded({ key, ctrlKey: true })).toBeUndefined();
    }
  });

  it('writes the main modifier of the system as Mod', () => {
    expect(recorded({ key: 'k', ctrlKey: true })).toBe('Mod+K');
    expect(recorded({ key: 'k', metaKey: true }, true)).toBe('Mod+K');
    expect(recorded({ key: 'k', ctrlKey: true }, true)).toBe('Ctrl+K');
  });

  it('leaves out the Shift that a sign needs, and keeps it with a letter', () => {
    expect(recorded({ key: '?', ctrlKey: true, shiftKey: true })).toBe('Mod+?');
    expect(recorded({ key: 'K', ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+K');
  });

  it('names the space bar and plus so that they can be read again', () => {
    expect(recorded({ key: ' ', altKey: true })).toBe('Alt+Space');
    expect(recorded({ key: '+', ctrlKey: true })).toBe('Mod+Plus');
  });

  it('knows no keys that options cannot name', () => {
    expect(recorded({ key: 'AudioVolumeUp' })).toBeUndefined();
  });
});
