import { join } from 'node:path';
import { writeFileAtomically } from '#node/atomic-file.ts';
import { optionFolder } from '#node/option-folder.ts';
import type { OptionEntry } from '#shared/options/entry.ts';
import { type OptionFileSource, readOptionFile } from '#shared/options/include.ts';
import { MAIN_SECTION } from '#shared/options/metadata.ts';
import { printOptionEntries } from '#shared/options/writer.ts';
import { ok, type Result } from '#shared/result.ts';

export interface PreferenceFolder extends OptionFileSource {
  write(name: string, content: string): Promise<void>;
}

/** Where this computer keeps its agents' own preferences, one file an agent. */
export function preferenceFolder(folder: string): PreferenceFolder {
  return { ...optionFolder(folder), write: (name, content) => writeFileAtomically(join(folder, name), content) };
}

type Done = Result<Record<string, never>>;

/** What agents chose themselves (OPT-2). One change after the other, so that none is lost. */
export class Preferences {
  readonly #folder: PreferenceFolder;
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: PreferenceFolder) {
    this.#folder = folder;
  }

  read(agent: string): readonly OptionEntry[] {
    return readOptionFile(fileOf(agent), this.#folder, { optional: true }).entries;
  }

  set(agent: string, name: string, value: string): Promise<Done> {
    return this.#change(agent, name, [{ section: MAIN_SECTION, key: name, value, final: false }]);
  }

  reset(agent: string, name: string): Promise<Done> {
    return this.#change(agent, name, []);
  }

  #change(
    agent: string,
    name: string,
    added: readonly Pick<OptionEntry, 'section' | 'key' | 'value' | 'final'>[],
  ): Promise<Done> {
    const change = async (): Promise<Done> => {
      const others = this.read(agent).filter(({ key, section }) => key !== name || section !== MAIN_SECTION);
      const text = printOptionEntries([...others, ...added]);
      if (!text.ok) return text;
      await this.#folder.write(fileOf(agent), text.value);
      return ok({});
    };
    const turn = this.#last.then(change);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

/** An agent's name may hold what a file name may not. */
function fileOf(agent: string): string {
  return `${encodeURIComponent(agent)}.ini`;
}
