import type { Migration } from './migration.ts';

/** What desks say of their option files, the newest of each agent (OPT-3). */
export const optionReports: Migration = {
  version: 30,
  name: 'option reports',
  sql: `
CREATE TABLE option_reports (
  agent TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  findings INTEGER NOT NULL,
  diagnostics TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
