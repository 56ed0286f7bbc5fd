/** Notes begun and not yet saved with the end of their interaction, kept as the drafts of messages are. */
export const notes = `
CREATE TABLE notes (interaction_id TEXT PRIMARY KEY, text TEXT NOT NULL);
`;
