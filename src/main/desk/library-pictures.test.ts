import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { ok, refuse } from '#shared/result.ts';
import { LibraryPictures } from './library-pictures.ts';

const clock = new ManualClock(0);
let asked: string[];
let isShown: boolean;
let mimeType: string;
let isThere: boolean;
let pictures: LibraryPictures;

beforeEach(() => {
  asked = [];
  [isShown, isThere, mimeType] = [true, true, 'image/png'];
  pictures = new LibraryPictures({
    clock,
    isShown: () => isShown,
    async fetch(name) {
      asked.push(name);
      return isThere ? ok({ mimeType, content: Buffer.from(name) }) : refuse('not-found', 'It is not there.');
    },
  });
});

describe('pictures of the standard responses', () => {
  it('are fetched once, and again when they may be others', async () => {
    await Promise.all([pictures.get('a.png'), pictures.get('a.png')]);
    expect((await pictures.get('a.png'))?.content.toString()).toBe('a.png');
    expect(asked).toEqual(['a.png']);
    clock.advance(5 * 60_000);
    await pictures.get('a.png');
    expect(asked).toHaveLength(2);
    pictures.clear();
    await pictures.get('a.png');
    expect(asked).toHaveLength(3);
  });

  it('are asked for again after they were missing', async () => {
    isThere = false;
    expect(await pictures.get('a.png')).toBeUndefined();
    isThere = true;
    expect(await pictures.get('a.png')).toBeDefined();
  });

  it('are not shown while nobody may see them, also when that begins on the way', async () => {
    const onTheWay = pictures.get('a.png');
    isShown = false;
    expect(await onTheWay).toBeUndefined();
    expect(await pictures.get('b.png')).toBeUndefined();
    expect(asked).toEqual(['a.png']);
  });

  it.each(['image/svg+xml', 'text/html', 'image/png; charset=x', ''])('are none of type %s', async (type) => {
    mimeType = type;
    expect(await pictures.get('a.png')).toBeUndefined();
  });

  it('are kept as far as they were used last', async () => {
    for (let index = 0; index < 20; index += 1) await pictures.get(`${index}.png`);
    await pictures.get('0.png');
    await pictures.get('20.png');
    await pictures.get('0.png');
    expect(asked).toHaveLength(21);
    await pictures.get('1.png');
    expect(asked).toHaveLength(22);
  });
});
