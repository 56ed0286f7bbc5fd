import { optionFolder } from '#node/option-folder.ts';
import type { EffectiveOption, EffectiveOptions, SourcedValue } from '#shared/options/effective-options.ts';
import type { OptionDiagnostic } from '#shared/options/entry.ts';
import { readOptionFile } from '#shared/options/include.ts';
import { layerOptions } from '#shared/options/layers.ts';
import { MAIN_SECTION } from '#shared/options/metadata.ts';
import { layerFiles, layerOptionSet, readOptionSet, TRANSACTIONS } from '#shared/options/option-set.ts';
import { readServerConfig } from '#shared/options/server-sections.ts';
import type { Result } from '#shared/result.ts';
import { ok } from '#shared/result.ts';
import type { Whom } from './arguments.ts';
import { defaults } from './declarations.ts';
import { existingFolder, namesIn } from './folder.ts';

/** What a folder's files make of the options of one agent. */
export interface InForce {
  readonly options: EffectiveOptions;
  /** By the name of the transaction: what counts for interactions that ask for it. */
  readonly transactions: ReadonlyMap<string, EffectiveOptions>;
  readonly groups: readonly string[];
  readonly diagnostics: readonly OptionDiagnostic[];
}

/** Reads a folder for an agent. Refused when the folder, or the one of the transactions, cannot be read. */
export function optionsInForce(folder: string, { agent, groups: more }: Whom): Result<InForce> {
  const found = existingFolder(folder);
  if (!found.ok) return found;
  const names = namesIn(folder, TRANSACTIONS);
  if (!names.ok) return names;
  const groups = [...new Set([...groupsOf(folder, agent), ...more])].sort();
  const set = readOptionSet(optionFolder(folder), { agent, groups }, names.value);
  const { options, diagnostics } = layerOptionSet(defaults, set);
  const transactions = new Map(
    [...set.transactions].map(([name, layer]) => [name, layerOptions(options, [layer]).options]),
  );
  return ok({ options, transactions, groups, diagnostics: [...set.diagnostics, ...diagnostics] });
}

/** Of `[agent-<name>]`, which the server would tell the desk. */
function groupsOf(folder: string, agent: string): readonly string[] {
  const application = readOptionFile(layerFiles.application, optionFolder(folder), { optional: true });
  const { config } = readServerConfig(application, { trial: true });
  return config.agents.find(({ name }) => name === agent)?.groups ?? [];
}

/** An option's name as it is written, with its section where that is not the usual one. */
export function titleOf({ section, name }: EffectiveOption): string {
  return section === MAIN_SECTION ? name : `[${section}] ${name}`;
}

/** A value as it may be shown: the text of a secret already says only where it comes from. */
export function shown({ text }: SourcedValue): string {
  return text === '' ? '(empty)' : text.replace(/\s+/g, ' ');
}

/** Who gave a value, and where. */
export function sourceOf({ layer, layerName, file, line }: SourcedValue): string {
  if (layer === 'default') return 'built-in default';
  return `${layerName === '' ? layer : `${layer} ${layerName}`}, ${file}:${line}`;
}
