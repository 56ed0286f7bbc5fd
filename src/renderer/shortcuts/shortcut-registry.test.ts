import { describe, expect, it } from 'vitest';
import { ShortcutRegistry } from './shortcut-registry.ts';

describe('ShortcutRegistry', () => {
  it('runs nothing when nobody can', () => {
    expect(new ShortcutRegistry().run('interaction.done')).toBe(false);
  });

  it('runs the later of two, and the earlier again when that one has gone', () => {
    const registry = new ShortcutRegistry();
    const ran: string[] = [];
    registry.register('interaction.done', () => ran.push('earlier'));
    const later = registry.register('interaction.done', () => ran.push('later'));
    expect(registry.run('interaction.done')).toBe(true);
    later.dispose();
    registry.run('interaction.done');
    expect(ran).toEqual(['later', 'earlier']);
  });

  it('runs nothing once all have gone', () => {
    const registry = new ShortcutRegistry();
    const registered = registry.register('agent.ready', () => undefined);
    expect(registry.has('agent.ready')).toBe(true);
    registered.dispose();
    expect(registry.has('agent.ready')).toBe(false);
    expect(registry.run('agent.ready')).toBe(false);
  });
});
