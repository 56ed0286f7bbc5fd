import { z } from 'zod';
import { messageViewSchema } from '#server/api/views/message.ts';
import type { TestServer } from './test-server.ts';

const messagesSchema = z.object({ items: z.array(messageViewSchema) });
const interactionsSchema = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      contactId: z.string(),
      stage: z.string(),
      window: z.unknown(),
      offer: z.unknown(),
    }),
  ),
});
const contactsSchema = z.object({ items: z.array(z.looseObject({ id: z.string(), displayName: z.string() })) });

export type ServerContent = Awaited<ReturnType<typeof contentOf>>;

/** All that an administrator can read of a server: interactions with their messages and events, and contacts. */
export async function contentOf(server: TestServer) {
  const token = await server.administratorToken();
  const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
    const { status, body } = await server.get(path, token);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return schema.parse(body);
  };
  const { items } = await read('/api/v1/interactions?limit=100', interactionsSchema);
  const interactions = await Promise.all(
    items.map(async (interaction) => ({
      ...interaction,
      messages: (await read(`/api/v1/interactions/${interaction.id}/messages?limit=100`, messagesSchema)).items,
      events: await read(`/api/v1/interactions/${interaction.id}/events`, z.unknown()),
    })),
  );
  const contacts = (await read('/api/v1/contacts?q=', contactsSchema)).items;
  return { interactions, contacts, messages: interactions.flatMap(({ messages }) => messages) };
}
