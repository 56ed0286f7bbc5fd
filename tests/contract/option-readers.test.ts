import { describe, expect, it } from 'vitest';
import whatsapp from '../../plugins/whatsapp/plugin.json' with { type: 'json' };
import { hostOptions } from '../../src/shared/options/host-options.ts';
import { mentions, mentionsIn, type OptionMention, readings, readingsIn, sameOption } from '../support/option-names.ts';

interface Declared {
  readonly name: string;
  readonly planned?: boolean;
}

// The last paragraph of OPT-5: nothing is declared that no code reads, and nothing is read that is not declared.

const host: readonly Declared[] = hostOptions;
const plugin: readonly Declared[] = whatsapp.options;
const names = (options: readonly Declared[]) => options.map(({ name }) => name);

function unread(declared: readonly Declared[], found: readonly OptionMention[]): readonly string[] {
  return names(
    declared.filter(({ name, planned }) => planned !== true && !found.some((one) => sameOption(name, one.name))),
  );
}

describe('declared options', () => {
  it('of the host are read by the host or the server', () => {
    expect(unread(host, mentions('src', 'server'))).toEqual([]);
  });

  it('of the WhatsApp plug-in are read by it, the host or the server', () => {
    expect(unread(plugin, mentions('src', 'server', 'plugins'))).toEqual([]);
  });

  it('are no longer planned once code reads them', () => {
    const planned = (options: readonly Declared[]) => names(options.filter((option) => option.planned === true));
    const found = mentions('src', 'server', 'plugins').filter(({ name }) => typeof name === 'string');
    const read = [...planned(host), ...planned(plugin)].filter((name) =>
      found.some((one) => sameOption(name, one.name)),
    );
    expect(read).toEqual([]);
  });

  it('have names of their own', () => {
    const all = [...names(host), ...names(plugin)];
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
  });
});

describe('options that code reads', () => {
  const undeclared = (declared: readonly Declared[], ...folders: readonly string[]) =>
    readings(...folders)
      .filter(({ name }) => !declared.some((option) => sameOption(option.name, name)))
      .map(({ name, file }) => `${name} in ${file}`);

  it('are declared', () => {
    expect(undeclared([...host, ...plugin], 'src', 'server')).toEqual([]);
  });

  it("are a plug-in's own, the host's being for the API to give", () => {
    expect(undeclared(plugin, 'plugins/whatsapp')).toEqual([]);
  });
});

describe('looking for options in code', () => {
  it('finds those that are read', () => {
    expect(readingsIn("useOption('gui.theme', 'x'); model.options['log.level']; options.get(\"a.b\")")).toEqual([
      'gui.theme',
      'log.level',
      'a.b',
    ]);
    expect(readingsIn("const x = { size: 'whatsappsession.text-size' };")).toEqual(['whatsappsession.text-size']);
    expect(readingsIn("readOptionFile('application.ini'); send('interaction.done'); defineOption({})")).toEqual([]);
  });

  it('knows names that are put together, and no translations', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a piece of source text
    const [template] = mentionsIn('`whatsappsession.color.${who}`');
    expect(template && sameOption('whatsappsession.color.client', template)).toBe(true);
    expect(template && sameOption('whatsappsession.text-size', template)).toBe(false);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a piece of source text
    expect(mentionsIn("t('connection.url'); `${a}.${b}`")).toEqual([]);
    expect(sameOption('login.<media>.is-auto-ready', 'login.voice.is-auto-ready')).toBe(true);
  });
});
