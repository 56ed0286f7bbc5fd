import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSoundFile } from '#shared/options/sound.ts';

const PREFIX = '/sounds/';

/** The sound an address of ours names; undefined when it names none, or something that is no plain file name. */
export function soundNameIn(address: string): string | undefined {
  const { host, pathname } = new URL(address);
  if (host !== 'replydesk' || !pathname.startsWith(PREFIX)) return undefined;
  try {
    const name = decodeURIComponent(pathname.slice(PREFIX.length));
    return isSoundFile(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

/** The sound from the first of these folders that has it: the administrator's own come before the program's. */
export async function readSound(folders: readonly string[], name: string): Promise<Buffer | undefined> {
  for (const folder of folders) {
    const content = await readFile(join(folder, name)).catch(() => undefined);
    if (content) return content;
  }
  return undefined;
}
