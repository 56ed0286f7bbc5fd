import { join } from 'node:path';
import { writeFileAtomically } from '#node/atomic-file.ts';
import { optionFolder } from '#node/option-folder.ts';
import type { OptionFileSource } from '#shared/options/include.ts';

/** Where this computer keeps its agents' own preferences, one file an agent. */
export function preferenceFolder(folder: string): OptionFileSource & {
  write(name: string, content: string): Promise<void>;
} {
  return { ...optionFolder(folder), write: (name, content) => writeFileAtomically(join(folder, name), content) };
}
