/** When each interaction was last heard of: sessions leave the cache oldest first. Milliseconds, server time. */
export const ends = `
ALTER TABLE interactions ADD COLUMN ended_at INTEGER NOT NULL DEFAULT 0;
UPDATE interactions SET ended_at = coalesce(
  json_extract(body, '$.doneAt'), json_extract(body, '$.lastMessage.at'), json_extract(body, '$.createdAt'), 0
) WHERE json_valid(body);
CREATE INDEX interactions_ended ON interactions (ended_at, id) WHERE live = 0;
`;
