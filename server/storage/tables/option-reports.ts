import type { Kysely } from 'kysely';
import type { OptionReport } from '#shared/protocol/option-report.ts';
import type { OptionReportRow, Schema } from '../schema.ts';

/** What an agent's desk said last of its option files. */
export interface StoredOptionReport extends OptionReport {
  readonly agent: string;
}

/** The newest report of each agent. Not part of the log: it says nothing about interactions. */
export interface OptionReportTable {
  put(report: StoredOptionReport): Promise<void>;
  /** By agent, after `agent`; an empty one is before all. */
  page(agent: string, limit: number): Promise<StoredOptionReport[]>;
}

export function optionReportTable(db: Kysely<Schema>): OptionReportTable {
  return {
    async put(report) {
      const { agent, ...row } = toRow(report);
      await db
        .insertInto('option_reports')
        .values({ agent, ...row })
        .onConflict((conflict) => conflict.column('agent').doUpdateSet(row))
        .execute();
    },
    async page(agent, limit) {
      const rows = await db
        .selectFrom('option_reports')
        .selectAll()
        .where('agent', '>', agent)
        .orderBy('agent')
        .limit(limit)
        .execute();
      return rows.map(toReport);
    },
  };
}

function toRow({ agent, at, state, findings, diagnostics }: StoredOptionReport): OptionReportRow {
  return { agent, at, state, findings, diagnostics: JSON.stringify(diagnostics) };
}

function toReport({ agent, at, state, findings, diagnostics }: OptionReportRow): StoredOptionReport {
  return {
    agent,
    at,
    state: state as OptionReport['state'],
    findings,
    diagnostics: JSON.parse(diagnostics) as OptionReport['diagnostics'],
  };
}
