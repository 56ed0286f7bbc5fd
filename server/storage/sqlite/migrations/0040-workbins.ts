import type { Migration } from './migration.ts';

/** Whose workbin an interaction is in (SRV-6), and the provider's id of a reaction, which has no message here. */
export const workbins: Migration = {
  version: 40,
  name: 'workbins, sent reactions',
  sql: `
ALTER TABLE interactions ADD COLUMN workbin_owner TEXT;
CREATE INDEX interactions_in_workbin ON interactions (workbin_owner, id) WHERE workbin_owner IS NOT NULL;
ALTER TABLE outbound ADD COLUMN provider_id TEXT;
CREATE INDEX outbound_by_provider_id ON outbound (provider_id) WHERE provider_id IS NOT NULL;
`,
};
