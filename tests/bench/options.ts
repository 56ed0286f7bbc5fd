import { parse as parseByJsIni } from 'js-ini';
import { EffectiveOptions } from '../../src/shared/options/effective-options.ts';
import { layerOptions, type OptionLayer } from '../../src/shared/options/layers.ts';
import { defineOption, type OptionMetadata } from '../../src/shared/options/metadata.ts';
import type { OptionType } from '../../src/shared/options/option-types.ts';
import { readOptionText } from '../../src/shared/options/reader.ts';
import { type Figure, figure } from './figure.ts';

const SECTIONS = 200;
const PER_SECTION = 50;
const LAYERS = ['application', 'tenant', 'agent-group', 'agent', 'preferences'] as const;
const RUNS = 60;
const WARM_UP = 40;

interface Sample {
  readonly type: OptionType;
  /** Different in each layer, so that every layer overrides the one before. */
  readonly valueIn: (layer: number) => string;
}

/** One of each kind of value that stands in option files, by how often it does. */
const samples: readonly Sample[] = [
  { type: { kind: 'boolean' }, valueIn: (layer) => String(layer % 2 === 0) },
  { type: { kind: 'integer', min: 1, max: 86_400, unit: 'seconds' }, valueIn: (layer) => String(30 + layer) },
  { type: { kind: 'text' }, valueIn: (layer) => `Sample text of layer ${layer} with some words` },
  { type: { kind: 'enum', values: ['none', 'hidden', 'account-id'] }, valueIn: () => 'hidden' },
  { type: { kind: 'list' }, valueIn: (layer) => `From,Subject,Received,Layer${layer}` },
];

const sectionName = (section: number) => `part-${section}`;
const optionName = (option: number) => `sample.option-number-${option}`;
const sampleOf = (option: number): Sample => samples[option % samples.length] ?? (samples[0] as Sample);

function declarations(): readonly OptionMetadata[] {
  return each(SECTIONS, (section) =>
    each(PER_SECTION, (option) => {
      const { type, valueIn } = sampleOf(option);
      return defineOption({
        section: sectionName(section),
        name: optionName(option),
        type,
        default: valueIn(0),
        takesEffect: 'immediately',
        userSettable: true,
        description: 'Sample.',
      });
    }),
  ).flat();
}

function fileOf(layer: number): Uint8Array {
  const lines = each(SECTIONS, (section) => [
    `[${sectionName(section)}]`,
    ...each(PER_SECTION, (option) => [
      ...(option % 10 === 0 ? [`; What option ${option} does`] : []),
      `${optionName(option)} = ${sampleOf(option).valueIn(layer)}`,
    ]).flat(),
    '',
  ]).flat();
  return new TextEncoder().encode(lines.join('\n'));
}

function each<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Milliseconds of each, in turns, after enough of them that the compiler has settled. */
function inTurns(
  ours: () => unknown,
  baseline: () => unknown,
): { readonly ours: number[]; readonly baseline: number[] } {
  const times = { ours: [] as number[], baseline: [] as number[] };
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const one = timed(ours);
    const other = timed(baseline);
    if (run < 0) continue;
    times.ours.push(one);
    times.baseline.push(other);
  }
  return times;
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/**
 * `options` of PRF-1. `options-parse`: one file of 10,000 options. `options-layers`: five such files that have been
 * read, layered with every value checked, against one parsing. `options-whole`: five files from their bytes to the
 * options in force, against parsing the same bytes.
 */
export async function benchOptions(): Promise<readonly Figure[]> {
  const files = LAYERS.map((_, layer) => fileOf(layer));
  const [first = new Uint8Array()] = files;
  const defaults = EffectiveOptions.defaults(declarations());
  const decoder = new TextDecoder();
  const jsIni = (bytes: Uint8Array) => parseByJsIni(decoder.decode(bytes));
  const readLayer = (kind: OptionLayer['kind'], at: number): OptionLayer => {
    const { entries } = readOptionText(`${kind}.ini`, files[at] ?? first);
    return { kind, name: '', entries };
  };
  const read = () => LAYERS.map(readLayer);
  const layer = (layers: readonly OptionLayer[]) => layerOptions(defaults, layers, () => false);
  const layers = read();
  check(layer(layers));

  const parse = inTurns(
    () => readOptionText('application.ini', first),
    () => jsIni(first),
  );
  const layering = inTurns(
    () => layer(layers),
    () => jsIni(first),
  );
  const whole = inTurns(
    () => layer(read()),
    () => files.map(jsIni),
  );
  return [
    figure('options-parse', 'ms', parse.ours, parse.baseline),
    figure('options-layers', 'ms', layering.ours, layering.baseline),
    figure('options-whole', 'ms', whole.ours, whole.baseline),
  ];
}

/** What is measured must be the whole work: all options from the last layer, none refused. */
function check({ options, diagnostics }: ReturnType<typeof layerOptions>): void {
  const all = options.all();
  const right = all.every(
    ({ current, overrode }) => current.layer === 'preferences' && overrode.length === LAYERS.length,
  );
  if (all.length !== SECTIONS * PER_SECTION || !right || diagnostics.length > 0) {
    throw new Error(`The sample is not read as meant: ${all.length} options, ${diagnostics.length} findings.`);
  }
}
