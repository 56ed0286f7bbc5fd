import { describe, expect, it } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

const none = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('shortcutOf', () => {
  it('takes Ctrl with a digit for the nth entry', () => {
    expect(shortcutOf({ ...none, code: 'Digit3', key: '3', ctrlKey: true }, false)).toEqual({ nth: 3 });
    expect(shortcutOf({ ...none, code: 'Numpad9', key: '9', ctrlKey: true }, false)).toEqual({ nth: 9 });
  });

  it('goes by the place of the key, whatever the keyboard writes there', () => {
    expect(shortcutOf({ ...none, code: 'Digit1', key: '&', ctrlKey: true }, false)).toEqual({ nth: 1 });
  });

  it('takes Command instead of Ctrl on macOS', () => {
    expect(shortcutOf({ ...none, code: 'Digit2', metaKey: true }, true)).toEqual({ nth: 2 });
    expect(shortcutOf({ ...none, code: 'Digit2', ctrlKey: true }, true)).toBeUndefined();
  });

  it('takes Alt with an arrow for the neighbour', () => {
    expect(shortcutOf({ ...none, key: 'ArrowDown', altKey: true }, false)).toEqual({ step: 1 });
    expect(shortcutOf({ ...none, key: 'ArrowUp', altKey: true }, false)).toEqual({ step: -1 });
  });

  it('leaves everything else alone', () => {
    expect(shortcutOf({ ...none, code: 'Digit0', ctrlKey: true }, false)).toBeUndefined();
    expect(shortcutOf({ ...none, code: 'Digit1' }, false)).toBeUndefined();
    expect(shortcutOf({ ...none, code: 'Digit1', ctrlKey: true, altKey: true }, false)).toBeUndefined();
    expect(shortcutOf({ ...none, code: 'Digit1', ctrlKey: true, shiftKey: true }, false)).toBeUndefined();
    expect(shortcutOf({ ...none, key: 'ArrowDown' }, false)).toBeUndefined();
  });
});
