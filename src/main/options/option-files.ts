import { watchFolder } from '#node/folder-watch.ts';
import { optionFolder } from '#node/option-folder.ts';
import { optionFileNames, optionFileNamesNow, readOptionImage } from '#node/option-image.ts';
import type { Disposable } from '#shared/disposable.ts';
import {
  type OptionAudience,
  type OptionSet,
  readOptionSet,
  SUBFOLDERS,
  TRANSACTIONS,
} from '#shared/options/option-set.ts';

/** The administrators' option files as the store wants them. */
export interface OptionFiles {
  readonly folder: string;
  /** At once, for start and sign-in: nothing goes on without them. */
  readNow(audience: OptionAudience): OptionSet;
  /** Without holding up the program; undefined when a file changed meanwhile, so that it must be read again. */
  read(audience: OptionAudience): Promise<OptionSet | undefined>;
  /** Calls back when files have changed and the writing has settled. */
  watch(onSettled: () => void): Disposable;
}

/** The files of a folder (OPT-2, OPT-3). */
export function optionFilesIn(folder: string): OptionFiles {
  return {
    folder,
    readNow: (audience) => readOptionSet(optionFolder(folder), audience, optionFileNamesNow(folder, TRANSACTIONS)),
    async read(audience) {
      const names = await optionFileNames(folder, TRANSACTIONS);
      const { value, stable } = await readOptionImage(folder, (source) => readOptionSet(source, audience, names));
      return stable ? value : undefined;
    },
    watch: (onSettled) => watchFolder({ folder, subfolders: SUBFOLDERS, onSettled }),
  };
}
