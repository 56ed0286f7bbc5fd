/** What is begun in editors, chips of files and first messages: one JSON value a place, kept as drafts are. */
export const unfinished = `
CREATE TABLE unfinished (place TEXT PRIMARY KEY, value TEXT NOT NULL);
`;
