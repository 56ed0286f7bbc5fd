import { describe, expect, it } from 'vitest';
import { commandFor } from './command-for.ts';
import type { WritingPress } from './writes-text.ts';

function press(given: Partial<Omit<WritingPress, 'getModifierState'>>): WritingPress {
  return {
    ...{ key: 'a', code: 'KeyA', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false },
    ...given,
    getModifierState: () => false,
  };
}

const next = press({ key: 'ArrowDown', code: 'ArrowDown', altKey: true });
/** As a careless administrator might set it. */
const careless = { 'keyboard.interaction.done': 'D', 'keyboard.view.settings': 'Ctrl+Alt+Q' };

describe('commandFor', () => {
  it('runs from the page and from a text box', () => {
    expect(commandFor(next, 'page', {}, false)).toBe('interaction.next');
    expect(commandFor(next, 'text-box', {}, false)).toBe('interaction.next');
  });

  it('leaves dialogs and menus their keys', () => {
    expect(commandFor(next, 'own-keys', {}, false)).toBeUndefined();
  });

  it('leaves a character under composition alone', () => {
    expect(commandFor({ ...next, isComposing: true }, 'page', {}, false)).toBeUndefined();
  });

  it('never takes from a text box what writes, whatever the files say', () => {
    const letter = press({ key: 'd' });
    expect(commandFor(letter, 'page', careless, false)).toBe('interaction.done');
    expect(commandFor(letter, 'text-box', careless, false)).toBeUndefined();
    const altGr = press({ key: 'q', ctrlKey: true, altKey: true });
    expect(commandFor(altGr, 'text-box', careless, false)).toBeUndefined();
  });
});
