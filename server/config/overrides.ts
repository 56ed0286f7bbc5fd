import type { OptionReading } from '#shared/options/entry.ts';
import { ok, type Result, refuse } from '#shared/result.ts';

/** One `--set section.key=value` of the command line. */
export interface Override {
  readonly section: string;
  readonly key: string;
  readonly value: string;
}

/** What diagnostics name as the file of such a value. */
export const COMMAND_LINE = '--set';

/** Reads `section.key=value`; the section ends at the first dot, so `server.port=0`. */
export function parseOverride(text: string): Result<Override> {
  const [, section, key, value] = /^([^.=\s]+)\.([^=\s]+)=(.*)$/s.exec(text) ?? [];
  if (section !== undefined && key !== undefined && value !== undefined) return ok({ section, key, value });
  // Only what stands before the value is repeated: behind it may be a secret.
  return refuse('bad-override', `--set ${text.split('=', 1)[0]} is not right. Write --set section.key=value.`);
}

type Content = Pick<OptionReading, 'entries' | 'sections'>;

/** The files' content with the command line's values in place of those of the same section and key. */
export function applyOverrides(reading: Content, overrides: readonly Override[]): Content {
  let { entries, sections } = reading;
  overrides.forEach(({ section, key, value }, index) => {
    const place = { file: COMMAND_LINE, line: index + 1 };
    entries = entries.filter((entry) => entry.section !== section || entry.key !== key);
    entries = [...entries, { section, key, value, ...place, column: 1, final: false, valueColumn: 1 }];
    if (!sections.some(({ name }) => name === section)) sections = [...sections, { name: section, ...place }];
  });
  return { entries, sections };
}
