import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defineOption, type OptionMetadata } from '#shared/options/metadata.ts';
import { LastGood } from './last-good.ts';
import { optionFilesIn } from './option-files.ts';
import { OptionStore } from './option-store.ts';
import { Preferences, preferenceFolder } from './preferences.ts';

export const RULES = ['immediately', 'next-interaction', 'next-attempt', 'restart'] as const;

export const theme = defineOption({
  name: 'gui.theme',
  type: { kind: 'enum', values: ['system', 'Dark', 'Default'] },
  default: 'system',
  takesEffect: 'immediately',
  userSettable: true,
  description: 'Colours.',
});

const numbers = RULES.map((takesEffect) =>
  defineOption({
    name: `number.${takesEffect}`,
    type: { kind: 'integer', min: 1, max: 99 },
    default: '1',
    takesEffect,
    overridable: takesEffect !== 'restart',
    description: 'A number.',
  }),
);

const overrideKey = defineOption({
  name: 'interaction.override-option-key',
  type: { kind: 'text' },
  default: 'IW_OverrideOptions',
  takesEffect: 'immediately',
  description: 'Key.',
});

const declarations: readonly OptionMetadata[] = [theme, overrideKey, ...numbers];

/** An interaction whose data names the files of its own options. */
export const interaction = (id: string, overrides = '') => ({
  id,
  attachedData: overrides === '' ? {} : { IW_OverrideOptions: overrides },
});

/** A folder of option files, with what a desk keeps beside it; each store opened here is a start of the program. */
export class OptionKit {
  readonly root = mkdtempSync(join(tmpdir(), 'replydesk-options-'));
  /** How often the stores said that something has changed. */
  changes = 0;
  readonly #stores: OptionStore[] = [];

  put(file: string, text: string): void {
    const path = join(this.root, 'config', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `[interaction-workspace]\n${text}\n`);
  }

  /** The last good set as it is on disk now. */
  get lastGood(): LastGood {
    return new LastGood(join(this.root, 'data/options'), join(this.root, 'config'));
  }

  /** As when the program starts: the files are read, and no plug-in has declared its options yet. */
  openEarly(): OptionStore {
    const store = new OptionStore({
      files: optionFilesIn(join(this.root, 'config')),
      lastGood: this.lastGood,
      preferences: new Preferences(preferenceFolder(join(this.root, 'data/preferences'))),
      declarations,
      onChange: () => {
        this.changes += 1;
      },
      onFault: (error) => {
        throw error;
      },
    });
    this.#stores.push(store);
    store.load();
    return store;
  }

  open(more: readonly OptionMetadata[] = []): OptionStore {
    const store = this.openEarly();
    store.declare(more);
    return store;
  }

  async remove(): Promise<void> {
    await Promise.all(this.#stores.map((store) => store.settled));
    rmSync(this.root, { recursive: true, force: true });
  }
}
