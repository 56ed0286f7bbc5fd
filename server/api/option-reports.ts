import type { Clock } from '#shared/clock.ts';
import type { OptionReport } from '#shared/protocol/option-report.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/storage.ts';
import type { StoredOptionReport } from '../storage/tables/option-reports.ts';
import type { Page } from './queries.ts';

/** What desks say of their option files (OPT-3). */
export interface OptionReports {
  /** Keeps it in place of the agent's last one. */
  put(agent: string, report: OptionReport): Promise<Result<Record<string, never>>>;
  /** By agent, after the agent named `after`. */
  page(options: { readonly after: string; readonly limit: number }): Promise<Page<StoredOptionReport>>;
}

export interface StoredOptionReportsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reports in the server's records. */
export function storedOptionReports({ storage, clock, log }: StoredOptionReportsOptions): OptionReports {
  return {
    async put(agent, report) {
      // A desk's idea of the time is its own: nothing was read later than it was told of.
      const at = Math.min(report.at, clock.now());
      await storage.transaction((tables) => tables.optionReports.put({ ...report, agent, at }));
      if (report.state === 'last-good') {
        log.warn({ agent, findings: report.findings }, 'a desk works with its last good option files');
      }
      return ok({});
    },
    async page({ after, limit }) {
      const found = await storage.read((tables) => tables.optionReports.page(after, limit + 1));
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return found.length > limit && last ? { items, next: { at: last.at, id: last.agent } } : { items };
    },
  };
}
