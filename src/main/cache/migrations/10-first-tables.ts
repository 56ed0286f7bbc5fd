/** The first tables. Bodies are JSON of the shared schemas; what is searched or ordered by has a column of its own. */
export const firstTables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE contacts (id TEXT PRIMARY KEY, body TEXT NOT NULL);

CREATE TABLE interactions (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL,
  live INTEGER NOT NULL,
  stale INTEGER NOT NULL,
  has_older INTEGER NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX interactions_live ON interactions (live) WHERE live = 1;
CREATE INDEX interactions_contact ON interactions (contact_id);

-- "number" stays the same for the life of a row: a full-text index can name rows by it.
CREATE TABLE messages (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  interaction_id TEXT NOT NULL,
  arrival_order INTEGER NOT NULL,
  text TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX messages_interaction ON messages (interaction_id, arrival_order);

CREATE TABLE drafts (interaction_id TEXT PRIMARY KEY, text TEXT NOT NULL);

CREATE TABLE seen (
  interaction_id TEXT PRIMARY KEY,
  seen_order INTEGER NOT NULL,
  unread INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  interaction_id TEXT NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  message TEXT NOT NULL,
  error TEXT,
  digest TEXT NOT NULL
);

-- Rows that cannot be trusted: kept whole for a person to look at, never sent.
CREATE TABLE outbox_aside (position INTEGER PRIMARY KEY, raw TEXT NOT NULL, reason TEXT NOT NULL);

CREATE TABLE retries (message_id TEXT PRIMARY KEY, new_id TEXT NOT NULL) WITHOUT ROWID;
`;
