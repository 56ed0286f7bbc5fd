import { readdirSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OPTION_LIMITS } from '#shared/options/entry.ts';
import type { OptionFileSource } from '#shared/options/include.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { folderRefusal, TOO_LARGE } from './option-folder.ts';

/** What was read, and whether nothing changed while it was. */
export interface Image<T> {
  readonly value: T;
  /** False: a file changed in the middle, so that `value` may be half old and half new. */
  readonly stable: boolean;
}

interface KeptFile {
  readonly content: Result<Uint8Array>;
  /** What a change of the file cannot leave as it is. */
  readonly mark: string;
}

/** Files name files (includes), so reading goes in rounds; more than this many means they never end. */
const ROUNDS = 64;

/**
 * Reads option files without holding up the program, which a file share may do for seconds: `read` is called with a
 * source of what is in memory, again and again until it asks for nothing that is not.
 */
export async function readOptionImage<T>(folder: string, read: (source: OptionFileSource) => T): Promise<Image<T>> {
  const kept = new Map<string, KeptFile>();
  let value = read(sourceOf(kept, new Set()));
  for (let round = 0; round < ROUNDS; round += 1) {
    const missing = new Set<string>();
    value = read(sourceOf(kept, missing));
    if (missing.size === 0) break;
    await Promise.all([...missing].map(async (name) => kept.set(name, await readOne(folder, name))));
  }
  const marks = await Promise.all([...kept].map(async ([name, { mark }]) => mark === (await markOf(folder, name))));
  return { value, stable: marks.every((same) => same) };
}

/** Names of the option files in a folder inside the options folder, without their ending; none when it is not there. */
export async function optionFileNames(folder: string, subfolder: string): Promise<readonly string[]> {
  return namesOf(await readdir(join(folder, subfolder)).catch(() => []));
}

/** As `optionFileNames`, at once. */
export function optionFileNamesNow(folder: string, subfolder: string): readonly string[] {
  try {
    return namesOf(readdirSync(join(folder, subfolder)));
  } catch {
    return [];
  }
}

function namesOf(files: readonly string[]): readonly string[] {
  return files.filter((file) => file.endsWith('.ini')).map((file) => file.slice(0, -'.ini'.length));
}

function sourceOf(kept: ReadonlyMap<string, KeptFile>, missing: Set<string>): OptionFileSource {
  return {
    read(name) {
      const file = kept.get(name);
      if (file) return file.content;
      missing.add(name);
      return refuse('not-found', name);
    },
  };
}

async function readOne(folder: string, name: string): Promise<KeptFile> {
  const path = join(folder, ...name.split('/'));
  const mark = await markOf(folder, name);
  try {
    if ((await stat(path)).size > OPTION_LIMITS.fileBytes) return { content: TOO_LARGE, mark };
    return { content: ok(await readFile(path)), mark };
  } catch (error) {
    return { content: folderRefusal(path, error), mark };
  }
}

async function markOf(folder: string, name: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(join(folder, ...name.split('/')));
    return `${size},${mtimeMs},${ino}`;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}
