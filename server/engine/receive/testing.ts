import type { LogEvent } from '#shared/domain/events.ts';
import { type EngineKit, webhook } from '../testing.ts';

export const SECOND = 1000;
export const HOUR = 3600 * SECOND;

/** The sample customer's number. */
export const ROSA = '4915550000001';

/** The whole log. */
export function logOf(kit: EngineKit): Promise<LogEvent[]> {
  return kit.storage.read((tables) => tables.events.after(0, 1000));
}

export async function kindsIn(kit: EngineKit): Promise<string[]> {
  return (await logOf(kit)).map((event) => event.kind);
}

/** All interactions, oldest first, with their messages and contacts. */
export function conversationsOf(kit: EngineKit) {
  return kit.storage.read(async (tables) => {
    const all = await tables.interactions.list({ limit: 100 });
    return Promise.all(
      all.reverse().map(async (interaction) => ({
        ...interaction,
        messages: await tables.messages.page(interaction.id, undefined, 200),
        contact: await tables.contacts.get(interaction.contactId),
      })),
    );
  });
}

/** A webhook with one element of `messages[]`, and with who sent it unless that is left out. */
export function from(
  kit: EngineKit,
  message: Record<string, unknown>,
  contact: Record<string, unknown> | undefined = { wa_id: ROSA },
) {
  const timestamp = String(Math.floor(kit.clock.now() / SECOND));
  const contacts = contact === undefined ? {} : { contacts: [{ profile: { name: 'Rosa' }, ...contact }] };
  return webhook({ ...contacts, messages: [{ from: ROSA, timestamp, ...message }] });
}

export const text = (id: string, body: string) => ({ id, type: 'text', text: { body } });
