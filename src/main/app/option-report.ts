import type { DeskUpdate } from '#shared/ipc/view.ts';
import type { OptionReport } from '#shared/protocol/option-report.ts';
import type { Desk } from '../desk/desk.ts';
import type { Log } from '../desk/log.ts';
import type { OptionStore } from '../options/option-store.ts';

const FILES = 'options';
const RESTART = 'options-restart';

/** As the protocol allows. */
const MOST_REPORTED = 200;

/** Names in a notice; more are counted. */
const MOST_NAMED = 3;

/** Tells agent, log and server of the option files (OPT-3). */
export class OptionReports {
  readonly #options: OptionStore;
  readonly #desk: Desk;
  readonly #log: Log;
  #logged = '';
  #isConnected = false;

  constructor(options: OptionStore, desk: Desk, log: Log) {
    this.#options = options;
    this.#desk = desk;
    this.#log = log;
  }

  /** With each new connection the server is told anew. */
  apply(update: DeskUpdate): void {
    for (const change of update.changes) {
      if (change.type !== 'connection') continue;
      const isConnected = change.connection.state === 'connected';
      if (isConnected && !this.#isConnected) void this.send();
      this.#isConnected = isConnected;
    }
  }

  /** The files were read. */
  tell(): void {
    this.#logFindings();
    this.#noticeFiles();
    this.#noticeRestart();
    void this.send();
  }

  /** Reports to the server; what cannot be sent now is sent with the next connection. */
  async send(): Promise<void> {
    const { diagnostics, state } = this.#options;
    const report: OptionReport = {
      at: Math.max(0, Math.round(this.#desk.serverNow())),
      state: state === 'last-good' ? 'last-good' : 'in-force',
      diagnostics: diagnostics
        .slice(0, MOST_REPORTED)
        .map((each) => ({ ...each, message: each.message.slice(0, 2000) })),
      findings: diagnostics.length,
    };
    const sent = await this.#desk.reportOptions(report);
    if (!sent.ok && !sent.error.retryable) this.#log.warn({ code: sent.error.code }, sent.error.message);
  }

  /** All findings, once for each set of them: files are read again more often than they change. */
  #logFindings(): void {
    const { diagnostics } = this.#options;
    const all = JSON.stringify(diagnostics);
    if (all === this.#logged) return;
    this.#logged = all;
    for (const { file, line, column, code, message } of diagnostics)
      this.#log.warn({ file, line, column, code }, message);
  }

  /** The first error with its file and line; once all is well the notice goes by itself. */
  #noticeFiles(): void {
    const errors = this.#options.diagnostics.filter(({ severity }) => severity !== 'warning');
    const [first] = errors;
    if (!first) {
      this.#desk.dismissNotice({ id: FILES });
      return;
    }
    const counts = this.#options.state === 'last-good' ? ' The last good settings count.' : '';
    const more = errors.length > 1 ? ` And ${errors.length - 1} more.` : '';
    this.#desk.notify({
      id: FILES,
      severity: 'warning',
      code: first.code,
      message: `Option file ${first.file}, line ${first.line}: ${first.message}${counts}${more}`,
      action: 'option-diagnostics',
    });
  }

  #noticeRestart(): void {
    const { waiting } = this.#options;
    if (waiting.length === 0) {
      this.#desk.dismissNotice({ id: RESTART });
      return;
    }
    const named = waiting.slice(0, MOST_NAMED).join(', ');
    const more = waiting.length > MOST_NAMED ? ` and ${waiting.length - MOST_NAMED} more` : '';
    this.#desk.notify({
      id: RESTART,
      severity: 'info',
      code: 'restart-needed',
      message: `New settings take effect when Replydesk is started again: ${named}${more}.`,
      action: 'restart',
    });
  }
}
