import { describe, expect, it } from 'vitest';
import { mayWrite, type WritingPress } from './writes-text.ts';

function press(given: Partial<Omit<WritingPress, 'getModifierState'>>, altGraph = false): WritingPress {
  return {
    ...{ key: 'a', code: 'KeyA', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false },
    ...given,
    getModifierState: (key) => altGraph && key === 'AltGraph',
  };
}

describe('mayWrite', () => {
  it.each<[string, boolean, WritingPress, boolean]>([
    ['a letter', true, press({}), false],
    ['an arrow', true, press({ key: 'ArrowLeft' }), false],
    ['a letter with Ctrl', false, press({ ctrlKey: true }), false],
    ['a letter with Alt', false, press({ altKey: true }), false],
    ['a function key', false, press({ key: 'F8' }), false],
    ['AltGr as Windows reports it', true, press({ key: '@', ctrlKey: true, altKey: true }), false],
    ['AltGr as Linux reports it', true, press({ key: '@' }, true), false],
    ['an arrow with Ctrl and Alt', false, press({ key: 'ArrowUp', ctrlKey: true, altKey: true }), false],
    ['Option with a letter on macOS', true, press({ key: 'å', altKey: true }), true],
    ['Command with Option on macOS', false, press({ altKey: true, metaKey: true }), true],
    ['a character under composition', true, press({ ctrlKey: true, isComposing: true }), false],
  ])('%s: %s', (_, expected, event, mac) => expect(mayWrite(event, mac)).toBe(expected));
});
