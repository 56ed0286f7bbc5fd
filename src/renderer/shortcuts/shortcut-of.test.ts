import { describe, expect, it } from 'vitest';
import type { Pressed } from './match-chord.ts';
import { shortcutOf } from './shortcut-of.ts';

const none: Pressed = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const pressed = (press: Partial<Pressed>, options = {}, mac = false) => shortcutOf({ ...none, ...press }, options, mac);

describe('shortcutOf', () => {
  it('takes Ctrl with a digit for the nth entry', () => {
    expect(pressed({ code: 'Digit3', key: '3', ctrlKey: true })).toBe('interaction.open-3');
    expect(pressed({ code: 'Numpad9', key: '9', ctrlKey: true })).toBe('interaction.open-9');
  });

  it('goes by the place of a digit, whatever the keyboard writes there', () => {
    expect(pressed({ code: 'Digit1', key: '&', ctrlKey: true })).toBe('interaction.open-1');
    expect(pressed({ code: 'Digit1', key: '1', ctrlKey: true, shiftKey: true })).toBe('interaction.open-1');
  });

  it('goes by the place of a letter on a keyboard without Latin letters, and only there', () => {
    const held = { ctrlKey: true, shiftKey: true };
    expect(pressed({ code: 'KeyD', key: 'В', ...held })).toBe('interaction.done');
    expect(pressed({ code: 'KeyD', key: 'X', ...held })).toBeUndefined();
    expect(pressed({ code: 'KeyH', key: 'D', ...held })).toBe('interaction.done');
  });

  it('takes Command instead of Ctrl on macOS', () => {
    expect(pressed({ code: 'Digit2', key: '2', metaKey: true }, {}, true)).toBe('interaction.open-2');
    expect(pressed({ code: 'Digit2', key: '2', ctrlKey: true }, {}, true)).toBeUndefined();
  });

  it('takes Alt with an arrow for the neighbour', () => {
    expect(pressed({ key: 'ArrowDown', altKey: true })).toBe('interaction.next');
    expect(pressed({ key: 'ArrowUp', altKey: true })).toBe('interaction.previous');
  });

  it('leaves everything else alone', () => {
    expect(pressed({ code: 'Digit0', key: '0', ctrlKey: true })).toBeUndefined();
    expect(pressed({ code: 'Digit1', key: '1' })).toBeUndefined();
    expect(pressed({ code: 'Digit1', key: '1', ctrlKey: true, altKey: true })).toBeUndefined();
    expect(pressed({ code: 'Digit1', key: '!', ctrlKey: true, shiftKey: true })).toBeUndefined();
    expect(pressed({ key: 'ArrowDown' })).toBeUndefined();
  });

  it('goes by the options, with none for an empty one', () => {
    const options = { 'keyboard.interaction.next': 'F8', 'keyboard.interaction.previous': '' };
    expect(pressed({ key: 'F8' }, options)).toBe('interaction.next');
    expect(pressed({ key: 'ArrowDown', altKey: true }, options)).toBeUndefined();
    expect(pressed({ key: 'ArrowUp', altKey: true }, options)).toBeUndefined();
  });

  it('finds a sign whether or not the keyboard needs Shift for it', () => {
    const options = { 'keyboard.view.settings': 'Mod+?' };
    expect(pressed({ key: '?', ctrlKey: true, shiftKey: true }, options)).toBe('view.settings');
    expect(pressed({ key: '?', ctrlKey: true }, options)).toBe('view.settings');
  });

  it('runs the first of two with the same keys', () => {
    expect(pressed({ key: 'ArrowDown', altKey: true }, { 'keyboard.view.settings': 'Alt+ArrowDown' })).toBe(
      'interaction.next',
    );
  });
});
