import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OPTION_LIMITS, type OptionDiagnostic, type OptionEntry } from '#shared/options/entry.ts';
import { type OptionFileSource, readOptionFile } from '#shared/options/include.ts';
import type { ServerConfig } from '#shared/options/server-config.ts';
import { readServerConfig } from '#shared/options/server-sections.ts';
import { ok, refuse } from '#shared/result.ts';
import { applyOverrides, type Override } from './overrides.ts';

/** The option files of a folder on this machine. */
export function optionFolder(directory: string): OptionFileSource {
  return {
    read(name) {
      const path = join(directory, ...name.split('/'));
      try {
        const { size } = statSync(path);
        if (size > OPTION_LIMITS.fileBytes) return refuse('too-large', 'it is larger than 8 MiB. Split it.');
        return ok(readFileSync(path));
      } catch (error) {
        const { code = 'unknown' } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('not-found', `${path} is not there.`);
        return refuse('unreadable', `the system says ${code}. Correct the rights of ${path}.`, true);
      }
    },
  };
}

/** The server's part of an options folder. */
export interface LoadedConfig {
  readonly config: ServerConfig;
  /** All entries of `application.ini` and what it includes, for options that desktop and server both read. */
  readonly entries: readonly OptionEntry[];
  readonly diagnostics: readonly OptionDiagnostic[];
  /** False when a diagnostic is `fatal`: the server must not start with this. */
  readonly mayStart: boolean;
}

export interface LoadOptions {
  readonly trial?: boolean;
  /** Values of the command line, which stand in for those of the files. */
  readonly overrides?: readonly Override[];
}

/** Reads `application.ini` of the `--config` folder (OPT-2). Synchronous, since it runs once before anything else does. */
export function loadServerConfig(directory: string, { trial = false, overrides = [] }: LoadOptions = {}): LoadedConfig {
  const file = readOptionFile('application.ini', optionFolder(directory));
  const { entries, sections } = applyOverrides(file, overrides);
  const { config, diagnostics } = readServerConfig({ entries, sections }, { trial });
  // A line that could not be read may have been a restriction, so the server does not start without it.
  const unread = file.diagnostics.map((d) => (d.severity === 'error' ? { ...d, severity: 'fatal' as const } : d));
  const all = [...unread, ...diagnostics];
  return { config, entries, diagnostics: all, mayStart: all.every((d) => d.severity !== 'fatal') };
}
