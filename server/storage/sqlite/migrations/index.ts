import { firstTables } from './0010-first-tables.ts';
import { loginSessions } from './0020-login-sessions.ts';
import { optionReports } from './0030-option-reports.ts';
import { workbins } from './0040-workbins.ts';
import { contactHistory } from './0050-contact-history.ts';
import { templates } from './0060-templates.ts';
import { silences } from './0070-silences.ts';
import { loginPlaces } from './0080-login-places.ts';
import type { Migration } from './migration.ts';

/** All migrations in order. A new one goes to the end. */
export const migrations: readonly Migration[] = [
  firstTables,
  loginSessions,
  optionReports,
  workbins,
  contactHistory,
  templates,
  silences,
  loginPlaces,
];
