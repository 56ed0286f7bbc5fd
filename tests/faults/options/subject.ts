import whatsapp from '../../../plugins/whatsapp/plugin.json' with { type: 'json' };
import { EffectiveOptions } from '../../../src/shared/options/effective-options.ts';
import type { OptionDiagnostic } from '../../../src/shared/options/entry.ts';
import { hostOptions } from '../../../src/shared/options/host-options.ts';
import { type OptionMetadata, optionMetadataSchema } from '../../../src/shared/options/metadata.ts';
import { layerOptionSet, readOptionSet } from '../../../src/shared/options/option-set.ts';
import { ok, refuse } from '../../../src/shared/result.ts';
import type { OptionFiles } from './sample-set.ts';

/** What came of a set that was pushed. */
export interface Push {
  readonly taken: boolean;
  readonly diagnostics: readonly OptionDiagnostic[];
}

/** What takes sets of option files and has one in force: whoever keeps the last good one can be put to these faults. */
export interface OptionSubject {
  push(files: OptionFiles): Push;
  readonly options: EffectiveOptions;
}

export const AUDIENCE = { agent: 'mowgli', groups: ['front-desk'] };
export const TRANSACTIONS = ['vip'];

export function pluginOptions(): readonly OptionMetadata[] {
  return optionMetadataSchema.array().parse(whatsapp.options) as readonly OptionMetadata[];
}

/** Reading and layering by the rule of OPT-3 alone: a set with an error in it changes nothing. */
export class LayeredOptions implements OptionSubject {
  readonly #defaults: EffectiveOptions;
  #options: EffectiveOptions;

  constructor() {
    this.#defaults = EffectiveOptions.defaults([...hostOptions, ...pluginOptions()]);
    this.#options = this.#defaults;
  }

  get options(): EffectiveOptions {
    return this.#options;
  }

  push(files: OptionFiles): Push {
    const set = readOptionSet(sourceOf(files), AUDIENCE, TRANSACTIONS);
    const { options, diagnostics } = layerOptionSet(this.#defaults, set);
    const all = [...set.diagnostics, ...diagnostics];
    const taken = set.found && all.every(({ severity }) => severity === 'warning');
    if (taken) this.#options = options;
    return { taken, diagnostics: all };
  }
}

export function sourceOf(files: OptionFiles) {
  return {
    read(name: string) {
      const content = files.get(name);
      if (content === undefined) return refuse('not-found', `${name} is not there.`);
      return content === 'unreadable' ? refuse('unreadable', 'the system says EACCES.', true) : ok(content);
    },
  };
}
