import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultOptionFolder } from '#node/option-folder.ts';

/** What decides where folders are, so that tests can give their own. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Where option files are looked for when the command line does not say (OPT-2). */
export function optionFolderOf(
  given: string | undefined,
  { platform, environment }: Surroundings,
  trial: boolean,
): string {
  if (given !== undefined) return resolve(given);
  if (trial) return fileURLToPath(new URL('../../config', import.meta.url));
  return defaultOptionFolder(platform, environment);
}

/**
 * The data folder: as given, else the one a server with these option files was last started with, else one of its own
 * in the user's data, so that two servers with different options never meet in one.
 */
export function dataFolderOf(given: string | undefined, optionFolder: string, surroundings: Surroundings): string {
  if (given !== undefined) return resolve(given);
  const own = ownFolder(optionFolder, surroundings);
  try {
    return readFileSync(noteOf(own), 'utf8').trim() || own;
  } catch {
    return own;
  }
}

/**
 * Notes which data folder goes with these option files, for the `token` command. Where nothing can be written the note
 * is missing, and `token` needs `--data`.
 */
export function rememberDataFolder(dataFolder: string, optionFolder: string, surroundings: Surroundings): void {
  const note = noteOf(ownFolder(optionFolder, surroundings));
  try {
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, `${dataFolder}\n`);
  } catch {
    // Said above: the note is a convenience.
  }
}

function ownFolder(optionFolder: string, { platform, environment }: Surroundings): string {
  const path = realPath(optionFolder);
  const mark = createHash('sha256').update(path).digest('hex').slice(0, 8);
  return join(userData(platform, environment), 'servers', `${basename(path)}-${mark}`);
}

function noteOf(own: string): string {
  return `${own}.data-folder`;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function userData(platform: NodeJS.Platform, environment: Surroundings['environment']): string {
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? homedir(), 'Replydesk');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Replydesk');
  return join(environment.XDG_DATA_HOME ?? join(environment.HOME ?? homedir(), '.local', 'share'), 'replydesk');
}
