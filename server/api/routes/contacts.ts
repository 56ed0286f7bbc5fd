import { z } from 'zod';
import { idSchema } from '#shared/domain/message.ts';
import { ok } from '#shared/result.ts';
import { mayReadContact, readableHistory, scopeOf } from '../access.ts';
import { cursorSchema, limitSchema, pageSchema, readCursor, writeCursor } from '../paging.ts';
import type { Queries } from '../queries.ts';
import { notFound } from '../refusals.ts';
import { type Route, securedRoute } from '../route.ts';
import { contactViewSchema, viewContact } from '../views/contact.ts';
import { interactionViewSchema, viewInteraction } from '../views/interaction.ts';

const idParams = z.object({ id: idSchema });

/** Contacts and their history (API-2). */
export function contactRoutes({ queries }: { readonly queries: Queries }): readonly Route[] {
  return [searchRoute(queries), oneRoute(queries), historyRoute(queries)];
}

function searchRoute(queries: Queries): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/contacts',
    summary: 'Contacts by name or number: all for administrators, those they are serving for an agent',
    query: z.object({
      q: z.string().trim().max(200).default('').describe('Words to look for; empty finds all'),
      cursor: cursorSchema,
      limit: limitSchema,
    }),
    response: pageSchema(contactViewSchema),
    refusals: ['bad-cursor'],
    handle: async ({ query }, principal) => {
      const after = readCursor(query.cursor);
      if (!after.ok) return after;
      const { q: text, limit } = query;
      const page = await queries.contacts({ scope: scopeOf(principal), text, after: after.value, limit });
      return ok({ items: page.items.map(viewContact), nextCursor: writeCursor(page.next) });
    },
  });
}

function oneRoute(queries: Queries): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/contacts/:id',
    summary: 'One contact',
    params: idParams,
    response: contactViewSchema,
    refusals: ['not-found', 'not-yours'],
    handle: async ({ params }, principal) => {
      const contact = await queries.contact(params.id);
      if (!contact) return notFound('contact');
      const allowed = await mayReadContact(queries, principal, params.id);
      return allowed.ok ? ok(viewContact(contact)) : allowed;
    },
  });
}

function historyRoute(queries: Queries): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/contacts/:id/interactions',
    summary: "A contact's interactions, newest first",
    params: idParams,
    query: z.object({ cursor: cursorSchema, limit: limitSchema }),
    response: pageSchema(interactionViewSchema),
    refusals: ['not-found', 'not-yours', 'bad-cursor'],
    handle: async ({ params, query }, principal) => {
      const after = readCursor(query.cursor);
      if (!after.ok) return after;
      if (!(await queries.contact(params.id))) return notFound('contact');
      const allowed = await mayReadContact(queries, principal, params.id);
      if (!allowed.ok) return allowed;
      const { limit } = query;
      const page = await queries.interactions({
        scope: { kind: 'all' },
        contactId: params.id,
        after: after.value,
        limit,
      });
      const items = readableHistory(principal, page.items).map(viewInteraction);
      return ok({ items, nextCursor: writeCursor(page.next) });
    },
  });
}
