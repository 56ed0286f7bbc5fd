import type { Migration } from './migration.ts';

/** Where an agent said to be when they logged in (UI-12); empty: not said. */
export const loginPlaces: Migration = {
  version: 80,
  name: 'places of logins',
  sql: `
ALTER TABLE login_sessions ADD COLUMN place TEXT NOT NULL DEFAULT '';
`,
};
