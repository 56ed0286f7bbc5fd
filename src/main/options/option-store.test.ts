import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineOption, type OptionMetadata } from '#shared/options/metadata.ts';
import { ok } from '#shared/result.ts';
import { LastGood } from './last-good.ts';
import { optionFilesIn } from './option-files.ts';
import { OptionStore } from './option-store.ts';
import { Preferences, preferenceFolder } from './preferences.ts';

const RULES = ['immediately', 'next-interaction', 'next-attempt', 'restart'] as const;

const theme = defineOption({
  name: 'gui.theme',
  type: { kind: 'enum', values: ['system', 'Dark', 'Default'] },
  default: 'system',
  takesEffect: 'immediately',
  userSettable: true,
  description: 'Colours.',
});
const numbers = RULES.map((takesEffect) =>
  defineOption({
    name: `number.${takesEffect}`,
    type: { kind: 'integer', min: 1, max: 99 },
    default: '1',
    takesEffect,
    overridable: takesEffect !== 'restart',
    description: 'A number.',
  }),
);
const overrideKey = defineOption({
  name: 'interaction.override-option-key',
  type: { kind: 'text' },
  default: 'IW_OverrideOptions',
  takesEffect: 'immediately',
  description: 'Key.',
});
const declarations: readonly OptionMetadata[] = [theme, overrideKey, ...numbers];

let root: string;
let changes: number;
const stores: OptionStore[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'replydesk-options-'));
  changes = 0;
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.settled));
  rmSync(root, { recursive: true, force: true });
});

function put(file: string, text: string): void {
  const path = join(root, 'config', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `[interaction-workspace]\n${text}\n`);
}

/** As when the program starts: the files are read, and no plug-in has declared its options yet. */
function openEarly(): OptionStore {
  const folder = join(root, 'config');
  const store = new OptionStore({
    files: optionFilesIn(folder),
    lastGood: new LastGood(join(root, 'data/options'), folder),
    preferences: new Preferences(preferenceFolder(join(root, 'data/preferences'))),
    declarations,
    onChange: () => {
      changes += 1;
    },
    onFault: (error) => {
      throw error;
    },
  });
  stores.push(store);
  store.load();
  return store;
}

function open(more: readonly OptionMetadata[] = []): OptionStore {
  const store = openEarly();
  store.declare(more);
  return store;
}

const kept = () =>
  vi.waitFor(() =>
    expect(new LastGood(join(root, 'data/options'), join(root, 'config')).load({ groups: [] })).toBeDefined(),
  );

const interaction = (id: string, overrides = '') => ({
  id,
  attachedData: overrides === '' ? {} : { IW_OverrideOptions: overrides },
});

describe('layers of a desk', () => {
  it('take the later one, and agent and groups only once known', () => {
    put('application.ini', 'gui.theme = Dark\nnumber.immediately = 20');
    put('tenant.ini', 'number.next-attempt = 7');
    put('agent-groups/front-desk.ini', 'number.immediately = 30');
    put('agents/kaa.ini', 'number.next-interaction = 45');
    const store = open();
    expect([store.text('gui.theme'), store.text('number.immediately')]).toEqual(['Dark', '20']);
    store.load('kaa', ['front-desk']);
    expect(store.texts()).toMatchObject({
      'number.immediately': '30',
      'number.next-interaction': '45',
      'number.next-attempt': '7',
    });
    store.load('baloo');
    expect(store.text('number.next-interaction')).toBe('1');
  });

  it('say file and line of a wrong value, and go on with what is right', () => {
    put('application.ini', 'gui.theme = Pink\nnumber.immediately = 5');
    const store = open();
    expect([store.text('gui.theme'), store.text('number.immediately')]).toEqual(['system', '5']);
    expect(store.diagnostics[0]).toMatchObject({ file: 'application.ini', line: 2, severity: 'error' });
  });

  it('tell the settings where a value comes from and what it overrode', () => {
    put('application.ini', 'number.immediately = 20');
    put('tenant.ini', 'number.immediately! = 21');
    const found = open()
      .list(() => 'Replydesk')
      .options.find(({ name }) => name === 'number.immediately');
    expect(found).toMatchObject({
      owner: 'Replydesk',
      final: true,
      value: { text: '21', file: 'tenant.ini', line: 2 },
    });
    expect(found?.overrode.map(({ layer, text }) => [layer, text])).toEqual([
      ['default', '1'],
      ['application', '20'],
    ]);
  });
});

describe('a change takes effect', () => {
  it.each([
    ['immediately', '2', '2', '2'],
    ['next-attempt', '2', '2', '2'],
    ['next-interaction', '2', '1', '2'],
    ['restart', '1', '1', '1'],
  ] as const)('%s', async (rule, desk, open1, open2) => {
    put('application.ini', '');
    const store = open();
    store.textsOf(interaction('here'));
    put('application.ini', `number.${rule} = 2`);
    await store.refresh();
    store.textsOf(interaction('next'));
    const name = `number.${rule}`;
    expect([store.text(name), store.text(name, 'here'), store.text(name, 'next')]).toEqual([desk, open1, open2]);
    expect(store.textsOf(interaction('here'))).toEqual(open1 === desk ? {} : { [name]: open1 });
    expect(store.waiting).toEqual(rule === 'restart' ? [name] : []);
    expect(open().text(name)).toBe('2');
  });

  it('and an interaction that left and comes back is a new one', async () => {
    put('application.ini', '');
    const store = open();
    store.textsOf(interaction('here'));
    put('application.ini', 'number.next-interaction = 2');
    await store.refresh();
    store.release('here');
    expect(store.textsOf(interaction('here'))).toEqual({});
  });

  it.each(RULES)('%s, and the first reading counts before plug-ins have declared theirs', (rule) => {
    put('application.ini', `number.${rule} = 5`);
    expect(openEarly().text(`number.${rule}`)).toBe('5');
  });

  it('and a value that went back waits for no restart', async () => {
    put('application.ini', 'number.restart = 5');
    const store = open();
    put('application.ini', 'number.restart = 6');
    await store.refresh();
    expect(store.list(() => '').options.find(({ name }) => name === 'number.restart')).toMatchObject({
      value: { text: '6' },
      untilRestart: '5',
    });
    put('application.ini', 'number.restart = 5');
    await store.refresh();
    expect(store.waiting).toEqual([]);
  });

  it('for options of plug-ins as well, also in interactions that were here before these were declared', () => {
    const more = defineOption({ ...theme, name: 'late', takesEffect: 'next-interaction' });
    put('application.ini', 'late = Dark');
    const store = open();
    store.textsOf(interaction('here'));
    store.declare([more]);
    expect([store.text('late'), store.text('late', 'here')]).toEqual(['Dark', 'Dark']);
    expect(store.diagnostics).toEqual([]);
  });
});

describe('single interactions', () => {
  it('have values of their own, in the order their data names the files', () => {
    put('transactions/vip.ini', 'number.immediately = 7\nnumber.next-interaction = 8');
    put('transactions/night.ini', 'number.immediately = 9\nnumber.restart = 9');
    const store = open();
    expect(store.textsOf(interaction('a', 'vip, night, nobody'))).toEqual({
      'number.immediately': '9',
      'number.next-interaction': '8',
    });
    expect(store.text('number.immediately', 'a')).toBe('9');
    expect(store.text('number.immediately')).toBe('1');
    expect(store.diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ['not-overridable', 'transactions/night.ini'],
    ]);
  });

  it('cannot name a file outside the folder', () => {
    put('application.ini', '');
    writeFileSync(join(root, 'outside.ini'), '[interaction-workspace]\nnumber.immediately = 66\n');
    expect(open().textsOf(interaction('a', '../../outside'))).toEqual({});
  });
});

describe('a set that is wrong or gone', () => {
  it('leaves the last good one in force, and says what is wrong', async () => {
    put('application.ini', 'number.immediately = 5');
    const store = open();
    put('application.ini', 'number.immediately = six\nnumber.next-attempt = 6');
    await store.refresh();
    expect([store.text('number.immediately'), store.text('number.next-attempt'), store.state]).toEqual([
      '5',
      '1',
      'last-good',
    ]);
    expect(store.diagnostics).toMatchObject([{ file: 'application.ini', line: 2, code: 'bad-value' }]);
    put('application.ini', 'number.immediately = 6');
    await store.refresh();
    expect([store.text('number.immediately'), store.state, store.diagnostics]).toEqual(['6', 'in-force', []]);
  });

  it('leaves it in force over a restart', async () => {
    put('application.ini', 'number.immediately = 5');
    put('transactions/vip.ini', 'number.immediately = 7');
    open();
    await kept();
    put('application.ini', 'number.immediately = six');
    const store = open();
    expect([store.text('number.immediately'), store.state]).toEqual(['5', 'last-good']);
    expect(store.textsOf(interaction('a', 'vip'))).toEqual({ 'number.immediately': '7' });
    rmSync(join(root, 'config'), { recursive: true });
    const without = open();
    expect([without.text('number.immediately'), without.state]).toEqual(['5', 'last-good']);
    expect(without.diagnostics).toMatchObject([{ code: 'folder-gone' }]);
  });

  it('is not kept as good when only a plug-in knows that it is wrong', async () => {
    const late = defineOption({ ...theme, name: 'late' });
    put('application.ini', 'late = Dark');
    open([late]);
    await kept();
    put('application.ini', 'late = Pink');
    expect(open([late]).text('late')).toBe('Dark');
    expect(open([late]).state).toBe('last-good');
  });

  it('of another folder or another agent is no substitute', async () => {
    put('application.ini', 'number.immediately = 5');
    put('agents/kaa.ini', 'number.next-attempt = 5');
    const store = open();
    store.load('kaa');
    await kept();
    rmSync(join(root, 'config'), { recursive: true });
    store.load('baloo');
    expect([store.text('number.next-attempt'), store.state]).toEqual(['1', 'none']);
  });

  it('keeps no secrets of the server on the desk', () => {
    put('application.ini', 'gui.theme = Dark\n[channel-jungle]\napp-secret = hush');
    open();
    return vi.waitFor(() => {
      const good = new LastGood(join(root, 'data/options'), join(root, 'config')).load({ groups: [] });
      expect(JSON.stringify(good?.layers)).toContain('Dark');
      expect(JSON.stringify(good?.layers)).not.toContain('hush');
    });
  });

  it.skipIf(process.getuid?.() === 0)('is one that may not be read', async () => {
    put('application.ini', 'number.immediately = 5');
    const store = open();
    chmodSync(join(root, 'config/application.ini'), 0);
    await store.refresh();
    expect([store.text('number.immediately'), store.state]).toEqual(['5', 'last-good']);
  });

  it('does not matter when it is another agent’s', async () => {
    put('application.ini', 'number.immediately = 5');
    put('agents/baloo.ini', 'number.immediately = nonsense');
    const store = open();
    store.load('kaa');
    expect([store.state, store.diagnostics]).toEqual(['in-force', []]);
  });
});

describe('files that change while the desk runs', () => {
  it('are taken once they have settled, a thousand pushes as well', async () => {
    put('application.ini', 'number.immediately = 1');
    const store = open();
    const watching = store.watch();
    for (let push = 0; push < 1000; push += 1) {
      put('application.ini', `number.immediately = ${(push % 99) + 1}`);
      if (push % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    put('application.ini', 'number.immediately = 42');
    await vi.waitFor(() => expect(store.text('number.immediately')).toBe('42'), { timeout: 3_000 });
    expect(changes).toBeLessThan(100);
    watching.dispose();
  });

  it('count for whoever is signed in by then', async () => {
    put('agents/kaa.ini', 'number.immediately = 5');
    const store = open();
    const reading = store.refresh();
    store.load('kaa');
    await reading;
    expect(store.text('number.immediately')).toBe('5');
  });
});

describe('what an agent chooses', () => {
  it('counts, over a restart too, until it is taken back', async () => {
    put('application.ini', 'gui.theme = Default');
    const store = open();
    store.load('kaa');
    expect(await store.setPreference('gui.theme', 'Dark')).toEqual(ok({}));
    expect(store.text('gui.theme')).toBe('Dark');
    const again = open();
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
    put('application.ini', text);
    const store = open();
    store.load('kaa');
    const refused = await store.setPreference(name, value);
    expect(!refused.ok && refused.error.code).toBe('option-refused');
  });

  it('belongs to an agent', async () => {
    const store = open();
    expect((await store.setPreference('gui.theme', 'Dark')).ok).toBe(false);
    expect((await store.resetPreference('gui.theme')).ok).toBe(false);
  });

  it('loses nothing when two are set at once', async () => {
    const size = defineOption({ ...theme, name: 'gui.other' });
    const store = open([size]);
    store.load('kaa');
    await Promise.all([store.setPreference('gui.theme', 'Dark'), store.setPreference('gui.other', 'Dark')]);
    expect([store.text('gui.theme'), store.text('gui.other')]).toEqual(['Dark', 'Dark']);
  });
});
