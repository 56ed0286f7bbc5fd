/**
 * Search over message texts. The index holds no second copy of the text: it names rows of `messages` by their number,
 * and triggers keep it equal to them. `prefix` makes search as you type as fast as that of whole words.
 */
export const fullText = `
CREATE VIRTUAL TABLE messages_text USING fts5 (
  text, content = 'messages', content_rowid = 'number', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO messages_text (rowid, text) SELECT number, text FROM messages;

CREATE TRIGGER messages_text_added AFTER INSERT ON messages BEGIN
  INSERT INTO messages_text (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER messages_text_removed AFTER DELETE ON messages BEGIN
  INSERT INTO messages_text (messages_text, rowid, text) VALUES ('delete', old.number, old.text);
END;
-- Most changes of a message are of its status: those leave the index alone.
CREATE TRIGGER messages_text_changed AFTER UPDATE OF text ON messages WHEN old.text <> new.text BEGIN
  INSERT INTO messages_text (messages_text, rowid, text) VALUES ('delete', old.number, old.text);
  INSERT INTO messages_text (rowid, text) VALUES (new.number, new.text);
END;

-- A contact's sessions, newest first.
ALTER TABLE interactions ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
UPDATE interactions SET created_at = coalesce(json_extract(body, '$.createdAt'), 0) WHERE json_valid(body);
DROP INDEX interactions_contact;
CREATE INDEX interactions_contact ON interactions (contact_id, created_at, id);
`;
