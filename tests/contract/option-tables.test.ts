import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import whatsapp from '../../plugins/whatsapp/plugin.json' with { type: 'json' };
import { hostOptions } from '../../src/shared/options/host-options.ts';
import { sameOption } from '../support/option-names.ts';
import { projectRoot } from '../support/program.ts';

/** The requirements stand beside the checkout where they are at hand. */
const page = join(projectRoot, '..', 'shared', 'spec', '10-options.md');

/** What a row of OPT-5 says about one option. */
interface Row {
  readonly name: string;
  readonly takesEffect: string;
  readonly userSettable: boolean;
  readonly overridable: boolean;
}

interface Declared {
  readonly name: string;
  readonly takesEffect: string;
  readonly userSettable?: boolean;
  readonly overridable?: boolean;
}

/** Reads the two tables of OPT-5. A name that starts with a dot goes on from the first name of its row. */
function tables(text: string): readonly Row[] {
  const part = text.slice(text.indexOf('## OPT-5'), text.indexOf('## OPT-6'));
  const rows = part.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, first = ''] = cells;
    const effect = cells.findLast((cell) => /^(?:immediately|next-|restart)/.test(cell)) ?? '';
    const found = [...first.matchAll(/`([^`]+)`(?:\s*\((u|o)\))?/g)];
    const stem = (found[0]?.[1] ?? '').replace(/\.[^.]*$/, '');
    return found.flatMap(([, text = '', flag]) =>
      alternatives(text.startsWith('.') ? stem + text : text).map((name) => ({
        name,
        takesEffect: effect.replace(/ \(o\)$/, ''),
        userSettable: flag === 'u',
        overridable: flag === 'o' || effect.endsWith('(o)'),
      })),
    );
  });
}

/** `color.<client\|agent>` are two options; `<media>` stands for any. */
function alternatives(name: string): readonly string[] {
  const [whole, choice] = /<([^>]*\|[^>]*)>/.exec(name) ?? [];
  if (whole === undefined || choice === undefined) return [name];
  return choice.split(/\\?\|/).map((one) => name.replace(whole, one));
}

/** Options that the tables do not have, each with the requirement that asks for it. */
const beyond: Readonly<Record<string, string>> = {
  'composer.spell-check-dictionaries': 'a desk fetches nothing from whom nobody named (SEC-1)',
  'composer.send-key': 'which key sends, the other begins a new line (UI-5)',
  'whatsappsession.read-marks': 'when customers see that their messages were read (WA-8)',
};

describe.skipIf(!existsSync(page))('the tables of OPT-5 (skipped where ../shared/spec is not there)', () => {
  const rows = existsSync(page) ? tables(readFileSync(page, 'utf8')) : [];
  const declared: readonly Declared[] = [...hostOptions, ...(whatsapp.options as readonly Declared[])];
  const rowOf = (name: string) => rows.find((row) => row.name === name || sameOption(row.name, name));

  it('are read', () => {
    expect(rows.length).toBeGreaterThan(70);
    expect(rows.map(({ name }) => name)).toContain('whatsappsession.location-map.preview.height');
    expect(rows.map(({ name }) => name)).toContain('whatsappsession.color.error');
  });

  it('name nothing that is not declared', () => {
    const missing = rows.filter(({ name }) => !declared.some((option) => rowOf(option.name)?.name === name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('name all that is declared, with when it takes effect and who may set it', () => {
    const listed = declared.filter(({ name }) => !Object.hasOwn(beyond, name));
    const said = listed.map(({ name, takesEffect, userSettable = false, overridable = false }) => ({
      name,
      takesEffect,
      userSettable,
      overridable,
    }));
    expect(said).toEqual(said.map(({ name }) => ({ ...rowOf(name), name })));
  });
});
