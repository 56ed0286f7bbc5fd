import { join } from 'node:path';
import type { OptionDiagnostic } from '#shared/options/entry.ts';

/** A finding as compilers print it, so that editors jump to it: file, line, column, how bad, sentence, code. */
export function formatDiagnostic(folder: string, diagnostic: OptionDiagnostic): string {
  const { file, line, column, severity, message, code } = diagnostic;
  return `${join(folder, file)}:${line}:${column}: ${severity}: ${message} [${code}]`;
}

/** Each finding once, in the order of files and lines: a line may be found wrong for several agents. */
export function inOrder(diagnostics: readonly OptionDiagnostic[]): readonly OptionDiagnostic[] {
  const once = new Map(diagnostics.map((one) => [`${one.file}\n${one.line}\n${one.column}\n${one.code}`, one]));
  return [...once.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** Whether a set with this finding is not taken. */
export function isError({ severity }: OptionDiagnostic): boolean {
  return severity !== 'warning';
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
