import type { Migration } from './migration.ts';

/** The provider's templates as they were last seen (WA-4), and the ids of files it was given (WA-6). */
export const templates: Migration = {
  version: 60,
  name: 'templates',
  sql: `
CREATE TABLE templates (
  channel TEXT NOT NULL,
  id TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  position INTEGER NOT NULL,
  told_at INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (channel, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX templates_by_name ON templates (channel, name, language, position);

CREATE TABLE template_lists (
  channel TEXT PRIMARY KEY,
  refreshed_at INTEGER,
  error TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE media_ids (
  channel TEXT NOT NULL,
  number TEXT NOT NULL,
  file TEXT NOT NULL,
  media_id TEXT NOT NULL,
  uploaded_at INTEGER NOT NULL,
  PRIMARY KEY (channel, number, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX media_ids_by_age ON media_ids (uploaded_at);
`,
};
