import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSoundFile } from '#shared/options/sound.ts';
import { nameUnder } from './address-name.ts';

/** The sound an address of ours names; undefined when it names none, or something that is no plain file name. */
export function soundNameIn(address: string): string | undefined {
  const name = nameUnder('sounds', address);
  return name !== undefined && isSoundFile(name) ? name : undefined;
}

/** The sound from the first of these folders that has it: the administrator's own come before the program's. */
export async function readSound(folders: readonly string[], name: string): Promise<Buffer | undefined> {
  for (const folder of folders) {
    const content = await readFile(join(folder, name)).catch(() => undefined);
    if (content) return content;
  }
  return undefined;
}
