import { describe, expect, it } from 'vitest';
import { groupOptions } from './group-options.ts';
import { sampleOption } from './testing.ts';

describe('groupOptions', () => {
  it('goes by owner in the order given, then by first name part and name', () => {
    const options = [
      sampleOption('toast.timeout'),
      sampleOption('gui.theme'),
      sampleOption('whatsappsession.text-size', { owner: 'WhatsApp' }),
      sampleOption('gui.language'),
    ];
    const names = groupOptions(options).map(({ owner, groups }) => [
      owner,
      groups.map((group) => [group.name, group.options.map(({ name }) => name)]),
    ]);
    expect(names).toEqual([
      [
        'Replydesk',
        [
          ['gui', ['gui.language', 'gui.theme']],
          ['toast', ['toast.timeout']],
        ],
      ],
      ['WhatsApp', [['whatsappsession', ['whatsappsession.text-size']]]],
    ]);
  });

  it('sorts numbers by their size', () => {
    const options = ['k.open-10', 'k.open-9'].map((name) => sampleOption(name));
    expect(groupOptions(options)[0]?.groups[0]?.options.map(({ name }) => name)).toEqual(['k.open-9', 'k.open-10']);
  });

  it('takes a name without a point as its own group', () => {
    expect(groupOptions([sampleOption('alone')])[0]?.groups[0]?.name).toBe('alone');
  });
});
