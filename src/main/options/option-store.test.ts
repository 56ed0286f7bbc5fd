import { describe, expect, it } from 'vitest';
import { hostOptions } from '#shared/options/host-options.ts';
import { ok, refuse } from '#shared/result.ts';
import { OptionStore } from './option-store.ts';

function build(files: Readonly<Record<string, string>>) {
  const preferences = new Map<string, string>();
  const from = (texts: { get(name: string): string | undefined }) => (name: string) => {
    const text = texts.get(name);
    return text === undefined ? refuse('not-found', name) : ok(new TextEncoder().encode(text));
  };
  let changes = 0;
  const store = new OptionStore({
    files: { read: from(new Map(Object.entries(files))) },
    preferences: {
      read: from(preferences),
      write: async (name, content) => {
        preferences.set(name, content);
      },
    },
    declarations: hostOptions,
    onChange: () => {
      changes += 1;
    },
  });
  return { store, preferences, changes: () => changes };
}

describe('options of a desk', () => {
  it('take the later layer, and the agent only once known', () => {
    const { store } = build({
      'application.ini': '[interaction-workspace]\ngui.theme = Dark\ntoast.timeout = 20\n',
      'agents/kaa.ini': '[interaction-workspace]\ntoast.timeout = 45\n',
    });
    store.load();
    expect([store.text('gui.theme'), store.text('toast.timeout')]).toEqual(['Dark', '20']);
    store.load('kaa');
    expect(store.text('toast.timeout')).toBe('45');
    expect(store.texts()['gui.language']).toBe('system');
  });

  it('say file and line of a wrong value, and go on without it', () => {
    const { store } = build({ 'application.ini': '[interaction-workspace]\n\ngui.theme = Pink\n' });
    store.load();
    expect(store.text('gui.theme')).toBe('system');
    expect(store.diagnostics[0]).toMatchObject({ file: 'application.ini', line: 3, severity: 'error' });
  });

  it('keep what the agent sets, over a restart too', async () => {
    const { store, preferences } = build({});
    store.load('kaa');
    expect(await store.setPreference('gui.theme', 'Dark')).toEqual(ok({}));
    expect(await store.setPreference('gui.text-size', '150')).toEqual(ok({}));
    expect(store.text('gui.theme')).toBe('Dark');
    expect(preferences.get('kaa.ini')).toContain('gui.theme = Dark');
    store.load('baloo');
    expect(store.text('gui.theme')).toBe('system');
    store.load('kaa');
    expect([store.text('gui.theme'), store.text('gui.text-size')]).toEqual(['Dark', '150']);
  });

  it.each([
    ['an option of the administrators', 'connection.url', 'http://example.org', {}],
    ['a value that does not fit', 'gui.theme', 'Pink', {}],
    ['a name nobody knows', 'gui.sparkle', 'true', {}],
    ['what is final', 'gui.theme', 'Dark', { 'application.ini': '[interaction-workspace]\ngui.theme! = Default\n' }],
  ])('refuse %s', async (_case, name, value, files) => {
    const { store, preferences } = build(files);
    store.load('kaa');
    const refused = await store.setPreference(name, value);
    expect(!refused.ok && refused.error.code).toBe('option-refused');
    expect(preferences.size).toBe(0);
  });

  it('have no preferences before somebody signs in', async () => {
    const { store } = build({});
    store.load();
    expect((await store.setPreference('gui.theme', 'Dark')).ok).toBe(false);
  });
});
