import { describe, expect, it } from 'vitest';
import { isSendKey } from './send-key.ts';

const enter = {
  key: 'Enter',
  keyCode: 13,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
};

describe('isSendKey', () => {
  it.each([
    ['Enter', {}, true, false],
    ['Shift+Enter', { shiftKey: true }, false, false],
    ['Alt+Enter', { altKey: true }, false, false],
    ['Ctrl+Enter', { ctrlKey: true }, false, true],
    ['Meta+Enter', { metaKey: true }, false, false],
    ['Ctrl+Shift+Enter', { ctrlKey: true, shiftKey: true }, false, false],
    ['Enter that ends a composition', { isComposing: true }, false, false],
    ['Ctrl+Enter that ends a composition', { isComposing: true, ctrlKey: true }, false, false],
    ['the key of an input method', { keyCode: 229 }, false, false],
    ['another key', { key: 'a' }, false, false],
  ])('%s', (_case, change, byEnter, byMod) => {
    expect(isSendKey({ ...enter, ...change }, 'Enter', false)).toBe(byEnter);
    expect(isSendKey({ ...enter, ...change }, 'Mod+Enter', false)).toBe(byMod);
  });

  it('takes Command on macOS', () => {
    expect(isSendKey({ ...enter, metaKey: true }, 'Mod+Enter', true)).toBe(true);
    expect(isSendKey({ ...enter, ctrlKey: true }, 'Mod+Enter', true)).toBe(false);
  });
});
