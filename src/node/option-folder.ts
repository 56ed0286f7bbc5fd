import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OPTION_LIMITS } from '#shared/options/entry.ts';
import type { OptionFileSource } from '#shared/options/include.ts';
import { ok, type Result, refuse } from '#shared/result.ts';

/** The option files of a folder on this computer. Reads at once: the files are few and small, and nothing starts without them. */
export function optionFolder(folder: string): OptionFileSource {
  return {
    read(name) {
      const path = join(folder, ...name.split('/'));
      try {
        const { size } = statSync(path);
        if (size > OPTION_LIMITS.fileBytes) return TOO_LARGE;
        return ok(readFileSync(path));
      } catch (error) {
        return folderRefusal(path, error);
      }
    },
  };
}

export const TOO_LARGE = refuse('too-large', 'it is larger than 8 MiB. Split it.');

/** Why a file of an options folder could not be read, by the system's error. */
export function folderRefusal(path: string, error: unknown): Result<never> {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('not-found', `${path} is not there.`);
  return refuse('unreadable', `the system says ${code}. Correct the rights of ${path}.`, true);
}

/** Where option files are looked for without `--config` (OPT-2). */
export function defaultOptionFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return join(env.ProgramData ?? 'C:\\ProgramData', 'Replydesk', 'config');
  if (platform === 'darwin') return '/Library/Application Support/Replydesk/config';
  return '/etc/replydesk';
}
