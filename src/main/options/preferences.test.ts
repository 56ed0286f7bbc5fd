import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defineOption } from '#shared/options/metadata.ts';
import { ok } from '#shared/result.ts';
import { OptionKit, theme } from './testing.ts';

let kit: OptionKit;

beforeEach(() => {
  kit = new OptionKit();
});
afterEach(() => kit.remove());

describe('what an agent chooses', () => {
  it('counts, over a restart too, until it is taken back', async () => {
    kit.put('application.ini', 'gui.theme = Default');
    const store = kit.open();
    store.load('kaa');
    expect(await store.setPreference('gui.theme', 'Dark')).toEqual(ok({}));
    expect(store.text('gui.theme')).toBe('Dark');
    const again = kit.open();
    again.load('kaa');
    expect(again.text('gui.theme')).toBe('Dark');
    expect(await again.resetPreference('gui.theme')).toEqual(ok({}));
    expect(again.text('gui.theme')).toBe('Default');
  });

  it.each([
    ['an option of the administrators', 'number.restart', '5', ''],
    ['a value that does not fit', 'gui.theme', 'Pink', ''],
    ['a name nobody knows', 'gui.sparkle', 'true', ''],
    ['what is final', 'gui.theme', 'Dark', 'gui.theme! = Default'],
  ])('is refused for %s', async (_case, name, value, text) => {
    kit.put('application.ini', text);
    const store = kit.open();
    store.load('kaa');
    const refused = await store.setPreference(name, value);
    expect(!refused.ok && refused.error.code).toBe('option-refused');
  });

  it('belongs to an agent', async () => {
    const store = kit.open();
    expect((await store.setPreference('gui.theme', 'Dark')).ok).toBe(false);
    expect((await store.resetPreference('gui.theme')).ok).toBe(false);
  });

  it('loses nothing when two are set at once', async () => {
    const size = defineOption({ ...theme, name: 'gui.other' });
    const store = kit.open([size]);
    store.load('kaa');
    await Promise.all([store.setPreference('gui.theme', 'Dark'), store.setPreference('gui.other', 'Dark')]);
    expect([store.text('gui.theme'), store.text('gui.other')]).toEqual(['Dark', 'Dark']);
  });
});
