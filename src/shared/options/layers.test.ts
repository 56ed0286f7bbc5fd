import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EffectiveOptions } from './effective-options.ts';
import { hostOptions } from './host-options.ts';
import { layerOptions, type OptionLayer } from './layers.ts';
import { defineOption, type OptionMetadata } from './metadata.ts';
import { readOptionText } from './reader.ts';

const theme = defineOption({
  name: 'gui.theme',
  type: { kind: 'enum', values: ['system', 'Dark', 'Default'] },
  default: 'system',
  takesEffect: 'immediately',
  userSettable: true,
  description: 'Colours.',
});
const size = defineOption({
  name: 'size',
  type: { kind: 'integer', min: 1, max: 9 },
  default: '1',
  takesEffect: 'next-interaction',
  overridable: true,
  description: 'Size.',
});
const token = defineOption({
  name: 'token',
  type: { kind: 'secret', mayBeEmpty: true },
  default: '',
  takesEffect: 'restart',
  description: 'Secret.',
});
const keys = defineOption({
  name: 'keyboard.<command-id>',
  type: { kind: 'key-chord', mayBeEmpty: true },
  default: '',
  takesEffect: 'immediately',
  userSettable: true,
  description: 'Shortcut.',
});
const declared: readonly OptionMetadata[] = [theme, size, token, keys];
const base = EffectiveOptions.defaults(declared);

function layer(kind: OptionLayer['kind'], text: string, name = ''): OptionLayer {
  const file = name === '' ? `${kind}.ini` : `${kind}/${name}.ini`;
  return { kind, name, entries: readOptionText(file, `[interaction-workspace]\n${text}`).entries };
}

function run(...layers: OptionLayer[]) {
  const { options, diagnostics } = layerOptions(base, layers, () => false);
  const findings = diagnostics.map((d) => `${d.severity} ${d.file}:${d.line}:${d.column} ${d.code}`);
  return { options, findings, diagnostics };
}

describe('layerOptions', () => {
  it('starts with the defaults, typed', () => {
    const { options } = run();
    const shown: 'system' | 'Dark' | 'Default' = options.value(theme);
    expect(shown).toBe('system');
    expect(options.value(size)).toBe(1);
    expect(options.value(token)).toBeNull();
    expect(options.find('gui.theme')?.current).toMatchObject({ layer: 'default', file: '', line: 0 });
  });

  it('lets the later layer win, whatever the order they come in, and tells why', () => {
    const { options, findings } = run(
      layer('agent', 'size = 5', 'kaa'),
      layer('agent-group', 'size = 4', 'Zebra'),
      layer('agent-group', 'size = 3', 'apes'),
      layer('application', '; note\nsize = 2'),
    );
    expect(findings).toEqual([]);
    const option = options.find('size');
    expect(option?.current).toEqual({
      layer: 'agent',
      layerName: 'kaa',
      file: 'agent/kaa.ini',
      line: 2,
      value: 5,
      text: '5',
    });
    expect(option?.overrode.map((v) => [v.layer, v.layerName, v.line, v.text])).toEqual([
      ['default', '', 0, '1'],
      ['application', '', 3, '2'],
      ['agent-group', 'apes', 2, '3'],
      ['agent-group', 'Zebra', 2, '4'],
    ]);
  });

  it('keeps finals against later layers and says so', () => {
    const { options, findings, diagnostics } = run(
      layer('tenant', 'size! = 2'),
      layer('agent', 'size = 3'),
      layer('transaction', 'size = 4', 'vip'),
    );
    expect(options.value(size)).toBe(2);
    expect(options.find('size')?.final).toBe(true);
    expect(findings).toEqual(['warning agent.ini:2:1 final-option', 'warning transaction/vip.ini:2:1 final-option']);
    expect(diagnostics[0]?.message).toContain('tenant.ini at line 2');
  });

  it('takes preferences only for options agents may set, and no finals from them', () => {
    const { options, findings } = run(layer('preferences', 'gui.theme! = Dark\nsize = 3'));
    expect(options.value(theme)).toBe('Dark');
    expect(options.find('gui.theme')?.final).toBe(false);
    expect(options.value(size)).toBe(1);
    expect(findings).toEqual(['warning preferences.ini:3:1 not-user-settable']);
  });

  it('takes transactions only for overridable options, in the order given, and leaves the desk as it was', () => {
    const desk = run(layer('application', 'size = 2')).options;
    const transactions = [
      layer('transaction', 'size = 7', 'b'),
      layer('transaction', 'size = 8\ngui.theme = Dark', 'a'),
    ];
    const { options, diagnostics } = layerOptions(desk, transactions);
    expect([options.value(size), options.value(theme), desk.value(size)]).toEqual([8, 'system', 2]);
    expect(options.find('size')?.overrode.map((v) => v.text)).toEqual(['1', '2', '7']);
    expect(desk.find('size')?.overrode.map((v) => v.text)).toEqual(['1']);
    expect(diagnostics.map((d) => d.code)).toEqual(['not-overridable']);
  });

  it('leaves a wrong value out, points at it, and names the right ones', () => {
    const { options, findings, diagnostics } = run(layer('application', 'size = 3'), layer('tenant', 'size = 12'));
    expect(options.value(size)).toBe(3);
    expect(findings).toEqual(['error tenant.ini:2:8 bad-value']);
    expect(diagnostics[0]?.message).toBe('size cannot be "12". Write a whole number from 1 to 9.');
    expect(run(layer('preferences', 'gui.theme = Pink')).findings).toEqual(['warning preferences.ini:2:13 bad-value']);
  });

  it('warns of unknown options with the nearest name, and of unknown sections once', () => {
    const stray = { ...layer('application', 'gui.teme = Dark'), kind: 'application' as const };
    const other = readOptionText('application.ini', '[who]\na = 1\nb = 2').entries;
    const { findings, diagnostics } = run({ ...stray, entries: [...stray.entries, ...other] });
    expect(findings).toEqual([
      'warning application.ini:2:1 unknown-option',
      'warning application.ini:2:1 unknown-section',
    ]);
    expect(diagnostics[0]?.message).toContain('did you mean gui.theme?');
  });

  it('reads members of a family', () => {
    const { options, findings } = run(layer('preferences', 'keyboard.interaction.send = Ctrl+Enter\nkeyboard. = X'));
    expect(options.find('keyboard.interaction.send')?.current.value).toEqual({ modifiers: ['Ctrl'], key: 'Enter' });
    expect(options.find('keyboard.other')?.current.value).toBeNull();
    expect(findings).toEqual(['warning preferences.ini:3:1 unknown-option']);
    expect(options.all().map((o) => o.name)).toEqual(['gui.theme', 'size', 'token', 'keyboard.interaction.send']);
  });

  it('never shows a secret', () => {
    const { options } = run(layer('application', 'token = hunter2'), layer('agent', 'token = env:TOKEN'));
    expect(JSON.stringify(options.find('token'))).not.toContain('hunter2');
    expect(options.find('token')?.overrode.at(-1)?.text).toBe('(secret)');
    expect(options.find('token')?.current.text).toBe('env:TOKEN');
  });

  it('reads host options with their types', () => {
    const host = EffectiveOptions.defaults(hostOptions);
    expect(host.find('toast.timeout')?.current.value).toBe(30);
    expect(host.find('contact.displayed-attributes')?.current.value).toContain('_msg_ProfileNickname');
  });
});

describe('layerOptions beside an obvious model', () => {
  const names = ['gui.theme', 'size', 'token', 'nonsense'];
  const settable = { 'gui.theme': true } as Readonly<Record<string, boolean>>;
  const overridable = { size: true } as Readonly<Record<string, boolean>>;
  const rank = ['application', 'tenant', 'agent-group', 'agent', 'preferences', 'transaction'] as const;
  const line = fc.record({
    name: fc.constantFrom(...names),
    value: fc.constantFrom('1', '5', '12', 'Dark', 'system', 'env:A'),
    final: fc.boolean(),
  });
  const anyLayer = fc.record({
    kind: fc.constantFrom(...rank),
    name: fc.constantFrom('a', 'B', 'c', 'D'),
    lines: fc.uniqueArray(line, { selector: (l) => l.name, maxLength: 4 }),
  });

  function isRight(name: string, value: string): boolean {
    if (name === 'gui.theme') return value === 'Dark' || value === 'system';
    return name === 'size' ? value === '1' || value === '5' : name === 'token';
  }

  /** For one option: all its settings in the order of the rules, then cut down by each rule in turn. */
  function model(
    name: string,
    layers: readonly {
      kind: (typeof rank)[number];
      name: string;
      lines: readonly { name: string; value: string; final: boolean }[];
    }[],
  ) {
    const groups = layers
      .filter((l) => l.kind === 'agent-group')
      .toSorted((a, b) =>
        a.name.toUpperCase() < b.name.toUpperCase() ? -1 : a.name.toUpperCase() > b.name.toUpperCase() ? 1 : 0,
      );
    const ordered = rank.flatMap((kind) => (kind === 'agent-group' ? groups : layers.filter((l) => l.kind === kind)));
    const settings = ordered
      .flatMap((l) => l.lines.filter((s) => s.name === name).map((s) => ({ ...s, kind: l.kind })))
      .filter((s) => s.kind !== 'preferences' || settable[name])
      .filter((s) => s.kind !== 'transaction' || overridable[name])
      .filter((s) => isRight(name, s.value));
    const firstFinal = settings.findIndex((s) => s.final && s.kind !== 'preferences');
    return firstFinal < 0 ? settings : settings.slice(0, firstFinal + 1);
  }

  const shown = (s: { name: string; value: string }) =>
    s.name === 'token' && !s.value.startsWith('env:') ? '(secret)' : s.value;

  it('gives the same values with the same history', () => {
    fc.assert(
      fc.property(fc.array(anyLayer, { maxLength: 8 }), (layers) => {
        const texts = layers.map((l) =>
          layer(l.kind, l.lines.map((s) => `${s.name}${s.final ? '!' : ''} = ${s.value}`).join('\n'), l.name),
        );
        const { options } = layerOptions(base, texts);
        for (const option of options.all()) {
          const expected = model(option.name, layers);
          const found = [...option.overrode, option.current].slice(1);
          expect(found.map((v) => [v.layer, v.text])).toEqual(expected.map((s) => [s.kind, shown(s)]));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
