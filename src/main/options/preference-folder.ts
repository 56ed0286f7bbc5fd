import { join } from 'node:path';
import type { OptionFileSource } from '#shared/options/include.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';
import { optionFolder } from './option-folder.ts';

/** Where this computer keeps its agents' own preferences, one file an agent. */
export function preferenceFolder(folder: string): OptionFileSource & {
  write(name: string, content: string): Promise<void>;
} {
  return { ...optionFolder(folder), write: (name, content) => writeFileAtomically(join(folder, name), content) };
}
