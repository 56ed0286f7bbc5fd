import { optionFolder } from '#node/option-folder.ts';
import type { OptionDiagnostic, OptionEntry, OptionSection } from '#shared/options/entry.ts';
import { readOptionFile } from '#shared/options/include.ts';
import type { ServerConfig } from '#shared/options/server-config.ts';
import { readServerConfig } from '#shared/options/server-sections.ts';
import { applyOverrides, type Override } from './overrides.ts';

/** The server's part of an options folder. */
export interface LoadedConfig {
  readonly config: ServerConfig;
  /** All entries of `application.ini` and what it includes, for options that desktop and server both read. */
  readonly entries: readonly OptionEntry[];
  readonly sections: readonly OptionSection[];
  readonly diagnostics: readonly OptionDiagnostic[];
  /** False when a diagnostic is `fatal`: the server must not start with this. */
  readonly mayStart: boolean;
}

export interface LoadOptions {
  readonly trial?: boolean;
  /** Values of the command line, which stand in for those of the files. */
  readonly overrides?: readonly Override[];
}

/** Reads `application.ini` of the `--config` folder (OPT-2). Synchronous: the files are few and small. */
export function loadServerConfig(directory: string, { trial = false, overrides = [] }: LoadOptions = {}): LoadedConfig {
  const file = readOptionFile('application.ini', optionFolder(directory));
  const { entries, sections } = applyOverrides(file, overrides);
  const { config, diagnostics } = readServerConfig({ entries, sections }, { trial });
  // A line that could not be read may have been a restriction, so the server does not start without it.
  const unread = file.diagnostics.map((d) => (d.severity === 'error' ? { ...d, severity: 'fatal' as const } : d));
  const all = [...unread, ...diagnostics];
  return { config, entries, sections, diagnostics: all, mayStart: all.every((d) => d.severity !== 'fatal') };
}
