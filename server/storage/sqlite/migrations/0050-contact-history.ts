import type { Migration } from './migration.ts';

/** Sessions of a contact by age, over all channels and on one (UI-3). */
export const contactHistory: Migration = {
  version: 50,
  name: 'history of a contact',
  sql: 'CREATE INDEX interactions_of_contact_by_age ON interactions (contact_id, created_at, id);',
};
