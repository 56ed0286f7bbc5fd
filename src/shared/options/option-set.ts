import type { EffectiveOptions } from './effective-options.ts';
import type { OptionDiagnostic, OptionEntry } from './entry.ts';
import { type OptionFileSource, readOptionFile } from './include.ts';
import { type Layering, layerOptions, type OptionLayer } from './layers.ts';

/** Whose options: the files of groups and of the agent are read for them alone. */
export interface OptionAudience {
  readonly agent?: string | undefined;
  readonly groups: readonly string[];
}

/** What an options folder says for one agent (OPT-2), before the agent's own preferences. */
export interface OptionSet {
  readonly layers: readonly OptionLayer[];
  /** By name; they count only for interactions that ask for them. */
  readonly transactions: ReadonlyMap<string, OptionLayer>;
  readonly diagnostics: readonly OptionDiagnostic[];
  /** All files asked for, the missing ones too. */
  readonly files: readonly string[];
  /** False when not one file is there. */
  readonly found: boolean;
}

/** The folder of the per-interaction files. */
export const TRANSACTIONS = 'transactions';

/** All folders inside the options folder that hold option files. */
export const SUBFOLDERS = ['agent-groups', 'agents', TRANSACTIONS] as const;

export const layerFiles = {
  application: 'application.ini',
  tenant: 'tenant.ini',
  group: (name: string) => `agent-groups/${fileNameOf(name)}.ini`,
  agent: (name: string) => `agents/${fileNameOf(name)}.ini`,
  transaction: (name: string) => `${TRANSACTIONS}/${fileNameOf(name)}.ini`,
} as const;

/** What no file name may hold somewhere, and the percent sign by which it is written instead. */
const FORBIDDEN = /[<>:"/\\|?*%\p{Cc}]|[. ]$/gu;

/** The file name of a group, agent or transaction: its name, with what file names may not hold as `%XX`. */
export function fileNameOf(name: string): string {
  return name.replace(
    FORBIDDEN,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Reads the files of OPT-2 that concern one agent. `transactions`: the names there are files of. */
export function readOptionSet(
  source: OptionFileSource,
  { agent, groups }: OptionAudience,
  transactions: readonly string[],
): OptionSet {
  const diagnostics: OptionDiagnostic[] = [];
  const files = new Set<string>();
  let found = false;
  const read = (kind: OptionLayer['kind'], name: string, file: string): OptionLayer => {
    const reading = readOptionFile(file, source, { optional: true });
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    for (const each of reading.files) files.add(each);
    found ||= reading.found;
    return { kind, name, entries: reading.entries };
  };
  const layers = [
    read('application', '', layerFiles.application),
    read('tenant', '', layerFiles.tenant),
    ...groups.map((group) => read('agent-group', group, layerFiles.group(group))),
    ...(agent === undefined ? [] : [read('agent', agent, layerFiles.agent(agent))]),
  ];
  const named = transactions.map((name) => [name, read('transaction', name, layerFiles.transaction(name))] as const);
  return { layers, transactions: new Map(named), diagnostics, files: [...files], found };
}

/**
 * Puts a set, and the agent's preferences, on the built-in defaults. Transactions are tried as well, each for itself, so
 * that what is wrong in them is found before an interaction asks for them.
 */
export function layerOptionSet(
  defaults: EffectiveOptions,
  { layers, transactions }: Pick<OptionSet, 'layers' | 'transactions'>,
  preferences: readonly OptionEntry[] = [],
  isOtherSection?: (section: string) => boolean,
): Layering {
  const all: OptionLayer[] = [...layers, { kind: 'preferences', name: '', entries: preferences }];
  const { options, diagnostics } = layerOptions(defaults, all, isOtherSection);
  const tried = [...transactions.values()].flatMap(
    (layer) => layerOptions(options, [layer], isOtherSection).diagnostics,
  );
  return { options, diagnostics: [...diagnostics, ...tried] };
}
