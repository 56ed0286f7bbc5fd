import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OptionFileSource } from '#shared/options/include.ts';
import { ok, refuse } from '#shared/result.ts';

/** The option files of a folder on this computer. Reads at once: the files are few and small, and nothing starts without them. */
export function optionFolder(folder: string): OptionFileSource {
  return {
    read(name) {
      try {
        return ok(readFileSync(join(folder, name)));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('not-found', `${name} is not in ${folder}.`);
        return refuse(
          'unreadable',
          `${error instanceof Error ? error.message : String(error)}. Check the rights of ${join(folder, name)}.`,
        );
      }
    },
  };
}

/** Where option files are looked for without `--config` (OPT-2). */
export function defaultOptionFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return join(env.ProgramData ?? 'C:\\ProgramData', 'Replydesk', 'config');
  if (platform === 'darwin') return '/Library/Application Support/Replydesk/config';
  return '/etc/replydesk';
}
