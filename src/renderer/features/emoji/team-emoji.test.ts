import { describe, expect, it } from 'vitest';
import { type EmojiData, putTeamFirst, TEAM } from './team-emoji.ts';

function sampleData(): EmojiData {
  return {
    emojis: { heart: { skins: [{ native: '❤️' }] }, wave: { skins: [{ native: '👋' }, { native: '👋🏽' }] } },
    categories: [{ id: 'people', emojis: ['heart', 'wave'] }],
  };
}

describe('putTeamFirst', () => {
  it('puts the set first, by the ids the data has', () => {
    const data = sampleData();
    putTeamFirst(data, 'Team', [
      { emoji: '❤', name: 'Heart' },
      { emoji: '👋🏽', name: 'Wave' },
    ]);
    expect(data.categories).toEqual([
      { id: TEAM, name: 'Team', emojis: ['heart', 'wave'] },
      ...sampleData().categories,
    ]);
  });

  it('takes in what the data does not know', () => {
    const data = sampleData();
    putTeamFirst(data, 'Team', [{ emoji: '☎', name: 'Phone' }]);
    const [id] = data.categories[0]?.emojis ?? [];
    expect(data.emojis[id ?? '']?.skins).toEqual([{ native: '☎' }]);
  });

  it('replaces the set before, also in what the picker has kept', () => {
    const data = sampleData();
    data.originalCategories = data.categories;
    putTeamFirst(data, 'Team', [{ emoji: '👋', name: 'Wave' }]);
    putTeamFirst(data, 'Team', [{ emoji: '❤️', name: 'Heart' }]);
    expect(data.originalCategories?.map(({ id, emojis }) => [id, emojis.length])).toEqual([
      [TEAM, 1],
      ['people', 2],
    ]);
  });

  it('has no set where there is none', () => {
    const data = sampleData();
    putTeamFirst(data, 'Team', [{ emoji: '👋', name: 'Wave' }]);
    putTeamFirst(data, 'Team', []);
    expect(data.categories).toEqual(sampleData().categories);
  });
});
