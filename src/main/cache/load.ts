import { backToLastSent } from '#shared/rules/open-failures.ts';
import type { OperationResult, StoredInteraction } from './operations.ts';
import type { Tables } from './tables/index.ts';
import type { LiveRow } from './tables/interactions.ts';

function stored(tables: Tables, row: LiveRow): StoredInteraction | undefined {
  const { interaction, stale, hasOlder } = row;
  const contact = interaction && tables.contacts.get(interaction.contactId);
  if (!interaction || !contact) return undefined;
  return { interaction, contact, stale, hasOlder, ...tables.seen.get(row.id) };
}

/** What the desk paints first. A damaged row is dropped and said so: the server has the truth of it. */
export function load(tables: Tables): OperationResult<'load'> {
  const interactions: StoredInteraction[] = [];
  let damaged = false;
  for (const row of tables.interactions.live()) {
    const entry = stored(tables, row);
    if (entry) interactions.push(entry);
    else {
      tables.interactions.remove(row.id);
      tables.messages.forgetBelow(row.id, Number.MAX_SAFE_INTEGER);
      damaged = true;
    }
  }
  const outbox = tables.outbox.load();
  return {
    ...tables.meta.load(),
    interactions,
    own: interactions.flatMap(({ interaction }) => [...backToLastSent(tables.messages.own(interaction.id))]),
    drafts: tables.drafts.load(),
    notes: tables.notes.load(),
    unfinished: tables.unfinished.load(),
    outbox: outbox.rows,
    outboxSetAside: outbox.setAside,
    retries: tables.retries.load(),
    damaged,
  };
}
