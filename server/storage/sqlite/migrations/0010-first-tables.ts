import type { Migration } from './migration.ts';

export const firstTables: Migration = {
  version: 10,
  name: 'first tables',
  sql: `
CREATE TABLE events (
  cursor INTEGER PRIMARY KEY AUTOINCREMENT,
  stream TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (stream, seq)
) STRICT;
CREATE TRIGGER events_are_final BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

CREATE TABLE event_audience (
  agent TEXT NOT NULL,
  cursor INTEGER NOT NULL REFERENCES events (cursor),
  introduces TEXT,
  PRIMARY KEY (agent, cursor)
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
  id TEXT PRIMARY KEY,
  display_name TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE TABLE identities (
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contacts (id),
  PRIMARY KEY (type, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_by_contact ON identities (contact_id);

CREATE TABLE interactions (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  group_id TEXT NOT NULL,
  stage TEXT NOT NULL,
  disposition TEXT NOT NULL,
  queue TEXT,
  agent TEXT,
  last_agent TEXT,
  offer_id TEXT,
  offer_agent TEXT,
  offer_deadline INTEGER,
  window_closes_at INTEGER,
  created_at INTEGER NOT NULL,
  queued_at INTEGER,
  assigned_at INTEGER,
  done_at INTEGER,
  data TEXT NOT NULL
) STRICT;
-- A customer's message must find one open interaction, never two.
CREATE UNIQUE INDEX interactions_open ON interactions (contact_id, channel, group_id) WHERE stage <> 'done';
CREATE INDEX interactions_of_contact ON interactions (contact_id, channel, group_id, created_at, id);
CREATE INDEX interactions_waiting ON interactions (queue, queued_at, id) WHERE stage = 'queued';
CREATE INDEX interactions_by_agent ON interactions (agent, id) WHERE agent IS NOT NULL;
CREATE UNIQUE INDEX interactions_by_offer ON interactions (offer_id) WHERE offer_id IS NOT NULL;
CREATE INDEX interactions_by_offer_agent ON interactions (offer_agent, id) WHERE offer_agent IS NOT NULL;
CREATE INDEX interactions_by_deadline ON interactions (offer_deadline) WHERE offer_deadline IS NOT NULL;
CREATE INDEX interactions_by_window ON interactions (window_closes_at) WHERE stage <> 'done';
CREATE INDEX interactions_by_age ON interactions (created_at, id);

CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  interaction_id TEXT NOT NULL,
  arrival_order INTEGER NOT NULL,
  channel TEXT NOT NULL,
  provider_id TEXT,
  status TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX messages_in_order ON messages (interaction_id, arrival_order);
CREATE UNIQUE INDEX messages_by_provider_id ON messages (provider_id) WHERE provider_id IS NOT NULL;
CREATE TABLE message_raw (message_id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;

CREATE TABLE received (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE provider_statuses (
  provider_id TEXT NOT NULL,
  status TEXT NOT NULL,
  message_id TEXT,
  at INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (provider_id, status)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbound (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id TEXT NOT NULL UNIQUE,
  interaction_id TEXT NOT NULL,
  conversation TEXT NOT NULL,
  channel TEXT NOT NULL,
  agent TEXT NOT NULL,
  content TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'settled')),
  attempts INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  sending_since INTEGER,
  recipient TEXT
) STRICT;
CREATE INDEX outbound_unsettled ON outbound (conversation, position) WHERE state <> 'settled';

CREATE TABLE agents (
  name TEXT PRIMARY KEY,
  data TEXT NOT NULL,
  idle_since INTEGER NOT NULL,
  desk_lost_at INTEGER
) STRICT, WITHOUT ROWID;
`,
};
