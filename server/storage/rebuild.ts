import { Projector } from './projector.ts';
import type { Storage } from './storage.ts';

const STEP = 500;

/**
 * Makes all projections anew from the log, in one transaction. What is no projection stays: raw provider data,
 * de-duplication keys, messages on their way.
 */
export async function rebuildProjections(storage: Storage): Promise<{ readonly events: number }> {
  return storage.transaction(async (tables) => {
    await tables.messages.clear();
    await tables.interactions.clear();
    await tables.contacts.clear();
    await tables.agents.clear();
    let events = 0;
    let cursor = 0;
    for (;;) {
      const step = await tables.events.after(cursor, STEP);
      if (step.length === 0) return { events };
      const projector = new Projector(tables);
      for (const event of step) await projector.apply(event);
      await projector.flush();
      cursor = step.at(-1)?.cursor ?? cursor;
      events += step.length;
    }
  });
}
