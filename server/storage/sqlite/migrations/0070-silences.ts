import type { Migration } from './migration.ts';

/** Which open interactions miss an answer, ours or the customer's, and since when (SRV-4); the windows of a contact. */
export const silences: Migration = {
  version: 70,
  name: 'missing answers',
  sql: `
ALTER TABLE interactions ADD COLUMN unanswered_until INTEGER;
ALTER TABLE interactions ADD COLUMN silent_since INTEGER;
ALTER TABLE interactions ADD COLUMN silence_told_at INTEGER;
UPDATE interactions SET unanswered_until = window_closes_at
  WHERE stage <> 'done' AND disposition <> 'Initiated' AND data ->> '$.pendingSince' < window_closes_at;
CREATE INDEX interactions_unanswered ON interactions (unanswered_until) WHERE unanswered_until IS NOT NULL;
CREATE INDEX interactions_silent ON interactions (silent_since) WHERE silent_since IS NOT NULL;
CREATE INDEX interactions_silence_told ON interactions (silence_told_at) WHERE silence_told_at IS NOT NULL;
CREATE INDEX interactions_windows_of_contact ON interactions (channel, contact_id, group_id, window_closes_at)
  WHERE window_closes_at IS NOT NULL;
`,
};
