import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Tables } from '../storage.ts';
import { agentTable } from './agents.ts';
import { contactTable } from './contacts.ts';
import { eventTable } from './events.ts';
import { interactionTable } from './interactions.ts';
import { loginSessionTable } from './login-sessions.ts';
import { mediaIdTable } from './media-ids.ts';
import { messageTable } from './messages.ts';
import { metaTable } from './meta.ts';
import { optionReportTable } from './option-reports.ts';
import { outboundTable } from './outbound.ts';
import { receivedTable } from './received.ts';
import { templateTable } from './templates.ts';

/** All tables over one connection or transaction. */
export function tablesOf(db: Kysely<Schema>): Tables {
  return {
    meta: metaTable(db),
    events: eventTable(db),
    contacts: contactTable(db),
    interactions: interactionTable(db),
    messages: messageTable(db),
    received: receivedTable(db),
    outbound: outboundTable(db),
    agents: agentTable(db),
    logins: loginSessionTable(db),
    optionReports: optionReportTable(db),
    templates: templateTable(db),
    mediaIds: mediaIdTable(db),
  };
}
