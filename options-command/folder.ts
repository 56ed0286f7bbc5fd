import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result, refuse } from '#shared/result.ts';

/** Refused with `no-folder` when there is no folder to read. */
export function existingFolder(folder: string): Result<string> {
  try {
    if (statSync(folder).isDirectory()) return ok(folder);
    return refuse('no-folder', `${folder} is a file. Name the folder that holds application.ini.`);
  } catch (error) {
    return refuse('no-folder', `${folder} cannot be read: the system says ${codeOf(error)}. Name an options folder.`);
  }
}

/**
 * Whose option files a folder inside the options folder holds: the names, as `fileNameOf` wrote them into file names.
 * None when it is not there; refused with `unreadable` when it cannot be looked into.
 */
export function namesIn(folder: string, subfolder: string): Result<readonly string[]> {
  try {
    const files = readdirSync(join(folder, subfolder)).filter((file) => file.endsWith('.ini'));
    return ok(files.map((file) => nameOf(file.slice(0, -'.ini'.length))).sort());
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return ok([]);
    return refuse('unreadable', `${subfolder} cannot be read: the system says ${code}. Correct its rights.`);
  }
}

function nameOf(file: string): string {
  return file.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}
