import { join } from 'node:path';
import type { OptionDiagnostic } from '#shared/options/entry.ts';
import { COMMAND_LINE } from '../config/overrides.ts';

/** A finding as compilers print it, so that editors jump to it: file, line, column, how bad, sentence, code. */
export function formatDiagnostic(folder: string, diagnostic: OptionDiagnostic): string {
  const { file, line, column, severity, message, code } = diagnostic;
  const place = file === COMMAND_LINE ? `${COMMAND_LINE} (${line})` : `${join(folder, file)}:${line}:${column}`;
  return `${place}: ${severity}: ${message} [${code}]`;
}
