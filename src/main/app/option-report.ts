import type { OptionDiagnostic } from '#shared/options/entry.ts';
import type { Desk } from '../desk/desk.ts';
import type { Log } from '../desk/log.ts';

const NOTICE = 'options';

/**
 * Tells what is wrong with the option files: all of it to the log, the first error with its file and line to the agent.
 * Once all is well the notice goes by itself.
 */
export function reportOptions(diagnostics: readonly OptionDiagnostic[], desk: Desk, log: Log): void {
  for (const { file, line, column, code, message } of diagnostics) log.warn({ file, line, column, code }, message);
  const errors = diagnostics.filter(({ severity }) => severity !== 'warning');
  const [first] = errors;
  if (!first) {
    desk.dismissNotice({ id: NOTICE });
    return;
  }
  const more = errors.length > 1 ? ` And ${errors.length - 1} more; the log lists them.` : '';
  const message = `Option file ${first.file}, line ${first.line}: ${first.message}${more}`;
  desk.notify({ id: NOTICE, severity: 'warning', code: first.code, message });
}
