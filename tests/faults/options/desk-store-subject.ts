import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LastGood } from '../../../src/main/options/last-good.ts';
import type { OptionFiles as DeskFiles } from '../../../src/main/options/option-files.ts';
import { OptionStore } from '../../../src/main/options/option-store.ts';
import { Preferences, preferenceFolder } from '../../../src/main/options/preferences.ts';
import type { EffectiveOptions } from '../../../src/shared/options/effective-options.ts';
import { hostOptions } from '../../../src/shared/options/host-options.ts';
import { type OptionAudience, readOptionSet } from '../../../src/shared/options/option-set.ts';
import type { OptionFiles } from './sample-set.ts';
import { AUDIENCE, type OptionSubject, type Push, pluginOptions, sourceOf, TRANSACTIONS } from './subject.ts';

/** The desk's own option store, with its last good set on disk, and a folder that is in memory. */
export class DeskStoreSubject implements OptionSubject {
  readonly #store: OptionStore;
  #files: OptionFiles = new Map();

  constructor() {
    const data = mkdtempSync(join(tmpdir(), 'replydesk-option-faults-'));
    this.#store = new OptionStore({
      files: this.#folder(),
      lastGood: new LastGood(data, 'in memory'),
      preferences: new Preferences(preferenceFolder(data)),
      declarations: hostOptions,
      onChange: () => {},
      onFault: (error) => {
        throw error;
      },
    });
    this.#store.load();
    this.#store.declare(pluginOptions());
  }

  get options(): EffectiveOptions {
    return this.#store.inForce;
  }

  push(files: OptionFiles): Push {
    this.#files = files;
    this.#store.load(AUDIENCE.agent, AUDIENCE.groups);
    const { diagnostics, state } = this.#store;
    return { taken: state === 'in-force', diagnostics: files.size === 0 ? [] : diagnostics };
  }

  #folder(): DeskFiles {
    const read = (audience: OptionAudience) => readOptionSet(sourceOf(this.#files), audience, TRANSACTIONS);
    return {
      folder: 'in memory',
      readNow: read,
      read: async (audience) => read(audience),
      watch: () => ({ dispose: () => {} }),
    };
  }
}
