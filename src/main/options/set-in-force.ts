import type { OptionList } from '#shared/ipc/option-list.ts';
import type { OptionDiagnostic } from '#shared/options/entry.ts';
import type { OptionMetadata } from '#shared/options/metadata.ts';
import type { OptionAudience, OptionSet } from '#shared/options/option-set.ts';
import { Generation } from './generation.ts';
import type { LastGood } from './last-good.ts';
import type { Preferences } from './preferences.ts';

export interface SetInForceOptions {
  readonly folder: string;
  readonly lastGood: LastGood;
  readonly preferences: Preferences;
  /** The last good set could not be kept on disk. */
  readonly onFault: (error: unknown) => void;
}

/** An empty set: nothing but built-in defaults. */
const NOTHING: OptionSet = { layers: [], transactions: new Map(), diagnostics: [], files: [], found: false };

/**
 * Which set of option files counts (OPT-3): as it was read when nothing is wrong with it, else the last good one, and
 * without any good one what is right in the files.
 */
export class SetInForce {
  readonly #options: SetInForceOptions;
  #declarations: readonly OptionMetadata[];
  #audience: OptionAudience = { groups: [] };
  #current: Generation;
  /** Findings in files that were not taken. */
  #refused: readonly OptionDiagnostic[] | undefined;
  #state: OptionList['state'] = 'none';

  constructor(options: SetInForceOptions, declarations: readonly OptionMetadata[]) {
    this.#options = options;
    this.#declarations = declarations;
    this.#current = new Generation(declarations, NOTHING, []);
  }

  get current(): Generation {
    return this.#current;
  }

  get state(): OptionList['state'] {
    return this.#state;
  }

  /** Whose files and preferences count. */
  get audience(): OptionAudience {
    return this.#audience;
  }

  /** What is wrong with the files as they stand in the folder. */
  get diagnostics(): readonly OptionDiagnostic[] {
    return this.#refused ?? this.#current.diagnostics;
  }

  /** Other declarations; `redeclared` is what counts by them. */
  declare(declarations: readonly OptionMetadata[], redeclared: Generation): void {
    this.#declarations = declarations;
    this.#current = redeclared;
  }

  /** Takes a set just read. `keep`: if it is good, it is the last good one from now on. */
  take(set: OptionSet, audience: OptionAudience, { keep }: { readonly keep: boolean }): void {
    const isOther = audience.agent !== this.#audience.agent;
    this.#audience = audience;
    const next = this.#generationOf(set);
    this.#refused = undefined;
    if (set.found && !next.isWrong) {
      this.#current = next;
      this.#state = 'in-force';
      if (keep) this.#options.lastGood.save(audience, set).catch(this.#options.onFault);
      return;
    }
    const good = this.#goodSet(isOther);
    // Without any good set, what is right in the files counts: a wrong file never breaks a desk.
    if (!good) this.#current = next;
    else if (good !== this.#current.set) this.#current = this.#generationOf(good);
    this.#state = good ? 'last-good' : set.found ? 'in-force' : 'none';
    if (good) this.#refused = set.found ? next.diagnostics : [folderGone(this.#options.folder)];
  }

  /** The agent's preferences have changed. */
  preferencesChanged(): void {
    this.#current = this.#generationOf(this.#current.set);
  }

  #goodSet(isOther: boolean): OptionSet | undefined {
    const isGood = this.#current.set.found && !this.#current.isWrong;
    return isGood && !isOther ? this.#current.set : this.#options.lastGood.load(this.#audience);
  }

  #generationOf(set: OptionSet): Generation {
    const { agent } = this.#audience;
    const preferences = agent === undefined ? [] : this.#options.preferences.read(agent);
    return new Generation(this.#declarations, set, preferences);
  }
}

function folderGone(folder: string): OptionDiagnostic {
  const message = `No option files are in ${folder}, so the last good ones count. Put them back, or see whether the folder can be reached.`;
  return { file: folder, line: 1, column: 1, code: 'folder-gone', severity: 'error', message };
}
