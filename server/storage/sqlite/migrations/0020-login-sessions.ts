import type { Migration } from './migration.ts';

/** Logins of agents (API-1). The refresh token itself is nowhere, only its hash. */
export const loginSessions: Migration = {
  version: 20,
  name: 'login sessions',
  sql: `
CREATE TABLE login_sessions (
  id TEXT PRIMARY KEY,
  agent TEXT NOT NULL,
  refresh_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX login_sessions_by_expiry ON login_sessions (expires_at);
`,
};
