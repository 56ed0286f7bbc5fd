import { describe, expect, it } from 'vitest';
import { shortcutOptionName, shortcuts } from '#shared/commands/shortcuts.ts';
import { sampleOption } from '../options/testing.ts';
import { groupShortcuts } from './group-shortcuts.ts';

describe('groupShortcuts', () => {
  it('has a place for every command', () => {
    const options = shortcuts.map(({ id }) => sampleOption(shortcutOptionName(id)));
    const groups = groupShortcuts(options);
    expect(groups.map(({ group }) => group)).toEqual(['interactions', 'conversation', 'agent', 'views']);
    expect(groups.flatMap(({ entries }) => entries)).toHaveLength(shortcuts.length);
    const ids = groups.map(({ entries }) => entries.map(({ id }) => id));
    expect(ids[0]?.every((id) => id.startsWith('interaction.'))).toBe(true);
    expect(ids[1]).toContain('interaction.done');
    expect(ids[2]).toContain('application.lock');
  });

  it('leaves out commands main does not know of', () => {
    expect(groupShortcuts([sampleOption('keyboard.agent.ready'), sampleOption('keyboard.unknown')])).toMatchObject([
      { group: 'agent', entries: [{ id: 'agent.ready' }] },
    ]);
  });
});
