import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Place } from '../desk/place.ts';
import { LastPlace } from './last-place.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-place-'));
  file = join(folder, 'place.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const place = (asked: boolean, byDefault = '') => new Place(() => ({ asked, byDefault }), new LastPlace(file));

describe('the place of an agent', () => {
  it('is offered as it was last used on this computer, else as the default', async () => {
    expect(place(true, 'Desk 1').offered).toBe('Desk 1');
    await place(true, 'Desk 1').used('Desk 7');
    expect(place(true, 'Desk 1').offered).toBe('Desk 7');
  });

  it('may be left empty by an agent who is asked, and stays so', async () => {
    expect(place(true, 'Desk 1').counts('')).toBe('');
    await place(true, 'Desk 1').used('');
    expect(place(true, 'Desk 1').offered).toBe('');
  });

  it.each([
    { asked: true, said: ' Desk 3 ', counts: 'Desk 3' },
    { asked: true, said: undefined, counts: 'Desk 7' },
    { asked: false, said: undefined, counts: 'Desk 1' },
    { asked: false, said: 'Desk 3', counts: 'Desk 1' },
  ])('counts as $counts when asked is $asked and $said is said', async ({ asked, said, counts }) => {
    await place(true).used('Desk 7');
    expect(place(asked, 'Desk 1').counts(said)).toBe(counts);
  });

  it('is not kept of an agent who was not asked', async () => {
    await place(false, 'Desk 1').used('Desk 1');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['', 'no JSON', '{"place":7}', JSON.stringify({ place: 'x'.repeat(101) })])(
    'is none in a file with %j',
    (text) => {
      writeFileSync(file, text);
      expect(place(true, 'Desk 1').offered).toBe('Desk 1');
    },
  );
});
