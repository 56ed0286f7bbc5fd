import { EffectiveOptions } from '#shared/options/effective-options.ts';
import type { OptionDiagnostic, OptionEntry } from '#shared/options/entry.ts';
import { layerOptions } from '#shared/options/layers.ts';
import type { OptionMetadata } from '#shared/options/metadata.ts';
import { layerOptionSet, type OptionSet } from '#shared/options/option-set.ts';
import { isServerSection } from '#shared/options/server-names.ts';

/** One set of option files with one state of the agent's preferences, layered. Never changes. */
export class Generation {
  readonly set: OptionSet;
  readonly preferences: readonly OptionEntry[];
  readonly options: EffectiveOptions;
  /** Of reading and of layering. */
  readonly diagnostics: readonly OptionDiagnostic[];
  readonly #transactions = new Map<string, EffectiveOptions>();

  constructor(declarations: readonly OptionMetadata[], set: OptionSet, preferences: readonly OptionEntry[]) {
    this.set = set;
    this.preferences = preferences;
    const layered = layerOptionSet(EffectiveOptions.defaults(declarations), set, preferences, isServerSection);
    this.options = layered.options;
    this.diagnostics = [...set.diagnostics, ...layered.diagnostics];
  }

  /** Whether an administrator's file is wrong, so that the set may not come into force (OPT-3). */
  get isWrong(): boolean {
    return this.diagnostics.some(({ severity }) => severity !== 'warning');
  }

  /** With the per-interaction files of these names on top, in this order; names without a file change nothing. */
  withTransactions(names: readonly string[]): EffectiveOptions {
    const key = names.join('\n');
    const known = this.#transactions.get(key);
    if (known) return known;
    const layers = names.flatMap((name) => this.set.transactions.get(name) ?? []);
    const made = layers.length === 0 ? this.options : layerOptions(this.options, layers).options;
    this.#transactions.set(key, made);
    return made;
  }

  /** The same files with other declarations, such as those of plug-ins. */
  declared(declarations: readonly OptionMetadata[]): Generation {
    return new Generation(declarations, this.set, this.preferences);
  }
}
