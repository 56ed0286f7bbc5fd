import { describe, expect, it } from 'vitest';
import { otherWithKeys } from './same-keys.ts';

describe('otherWithKeys', () => {
  it('finds the command that has the keys, by default or by choice', () => {
    expect(otherWithKeys('agent.ready', 'Alt+ArrowDown', {}, false)).toBe('interaction.next');
    expect(otherWithKeys('agent.ready', 'F8', { 'keyboard.view.settings': 'f8' }, false)).toBe('view.settings');
  });

  it('does not count the command itself', () => {
    expect(otherWithKeys('interaction.next', 'Alt+ArrowDown', {}, false)).toBeUndefined();
  });

  it('counts keys as free that were taken away, and the empty chord always', () => {
    expect(otherWithKeys('agent.ready', 'Alt+ArrowDown', { 'keyboard.interaction.next': '' }, false)).toBeUndefined();
    expect(otherWithKeys('agent.ready', '', { 'keyboard.interaction.next': '' }, false)).toBeUndefined();
  });

  it('goes by the keys of the system', () => {
    expect(otherWithKeys('agent.ready', 'Ctrl+1', {}, false)).toBe('interaction.open-1');
    expect(otherWithKeys('agent.ready', 'Ctrl+1', {}, true)).toBeUndefined();
  });
});
