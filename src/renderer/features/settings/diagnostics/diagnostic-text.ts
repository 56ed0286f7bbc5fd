import type { OptionList } from '#shared/ipc/option-list.ts';

type Diagnostic = OptionList['diagnostics'][number];

const weight = { fatal: 0, error: 1, warning: 2 } as const satisfies Readonly<Record<Diagnostic['severity'], number>>;

/** The heaviest first; among equals as the files are read. */
export function bySeverity(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => weight[a.severity] - weight[b.severity]);
}

/** Where it is, as editors and terminals understand it; without line and column where the whole file is meant. */
export function placeOf({ file, line, column }: Diagnostic): string {
  return [file, ...(line > 0 ? [line] : []), ...(line > 0 && column > 0 ? [column] : [])].join(':');
}

/**
 * Everything as text for a mail to the administrator: where it was found, and by whose desk if the agent said where
 * they sit, then one finding a line, in the form of compilers.
 */
export function diagnosticsText({ diagnostics, folder, state }: OptionList, place: string): string {
  const lines = bySeverity(diagnostics).map(
    (found) => `${placeOf(found)}: ${found.severity}: ${found.message} (${found.code})`,
  );
  const where = place === '' ? [] : [`place: ${place}`];
  return [`${folder} (${state})`, ...where, ...lines, ''].join('\n');
}
