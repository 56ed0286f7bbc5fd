import { z } from 'zod';
import {
  type Disposition,
  dispositionSchema,
  type InteractionStage,
  interactionStageSchema,
} from '#shared/domain/interaction.ts';
import { idSchema, nameSchema } from '#shared/domain/message.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { readableInteraction, scopeOf } from '../access.ts';
import { cursorSchema, limitSchema, pageSchema, readCursor, writeCursor } from '../paging.ts';
import type { Queries } from '../queries.ts';
import { type Route, securedRoute } from '../route.ts';
import { eventViewSchema, viewEvent } from '../views/event.ts';
import { interactionViewSchema, viewInteraction } from '../views/interaction.ts';
import { messageViewSchema, viewMessage } from '../views/message.ts';

const idParams = z.object({ id: idSchema });

/** Interactions, their messages and their events (API-2). */
export function interactionRoutes({ queries }: { readonly queries: Queries }): readonly Route[] {
  return [listRoute(queries), oneRoute(queries), messagesRoute(queries), eventsRoute(queries)];
}

function listRoute(queries: Queries): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/interactions',
    summary: 'Interactions, newest first: all for administrators, those at hand for an agent',
    query: z.object({
      state: z.union([interactionStageSchema, dispositionSchema]).optional().describe('Where it is, or how it stands'),
      channel: nameSchema.optional(),
      contact: idSchema.optional().describe("The contact's id"),
      cursor: cursorSchema,
      limit: limitSchema,
    }),
    response: pageSchema(interactionViewSchema),
    refusals: ['bad-cursor'],
    handle: async ({ query }, principal) => {
      const after = readCursor(query.cursor);
      if (!after.ok) return after;
      const { channel, contact: contactId, limit } = query;
      const scope = scopeOf(principal);
      const page = await queries.interactions({
        scope,
        ...stateFilter(query.state),
        channel,
        contactId,
        after: after.value,
        limit,
      });
      return ok({ items: page.items.map(viewInteraction), nextCursor: writeCursor(page.next) });
    },
  });
}

/** `state` names a stage such as `queued`, or a disposition for reports such as `Waiting` (SRV-4); no word is both. */
function stateFilter(state: InteractionStage | Disposition | undefined) {
  const stage = interactionStageSchema.safeParse(state);
  if (stage.success) return { stage: stage.data };
  const disposition = dispositionSchema.safeParse(state);
  return disposition.success ? { disposition: disposition.data } : {};
}

function oneRoute(queries: Queries): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/interactions/:id',
    summary: 'One interaction',
    params: idParams,
    response: interactionViewSchema,
    refusals: ['not-found', 'not-yours'],
    handle: async ({ params }, principal) => {
      const found = await readableInteraction(queries, principal, params.id);
      return found.ok ? ok(viewInteraction(found.value)) : found;
    },
  });
}

function messagesRoute(queries: Queries): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/interactions/:id/messages',
    summary: 'The newest messages in order of arrival; `before` a message for older ones',
    params: idParams,
    query: z.object({
      before: idSchema.optional().describe('Id of a message, such as `nextBefore` of the page before'),
      limit: limitSchema,
    }),
    response: z.object({
      items: z.array(messageViewSchema),
      nextBefore: z.string().nullable().describe('Goes into `before` for older messages; null when there are none'),
    }),
    refusals: ['not-found', 'not-yours', 'bad-cursor'],
    handle: async ({ params, query }, principal) => {
      const found = await readableInteraction(queries, principal, params.id);
      if (!found.ok) return found;
      const before = await positionBefore(queries, params.id, query.before);
      if (!before.ok) return before;
      const page = await queries.messages(params.id, { before: before.value, limit: query.limit });
      const raw = principal.kind === 'admin' ? await queries.rawOf(page.messages.map((m) => m.id)) : undefined;
      return ok({
        items: page.messages.map((message) => viewMessage(message, raw?.get(message.id))),
        nextBefore: page.hasOlder ? (page.messages[0]?.id ?? null) : null,
      });
    },
  });
}

async function positionBefore(
  queries: Queries,
  interactionId: string,
  messageId: string | undefined,
): Promise<Result<number | undefined>> {
  if (messageId === undefined) return ok(undefined);
  const message = await queries.message(messageId);
  if (message?.interactionId === interactionId) return ok(message.arrivalOrder);
  return refuse('bad-cursor', '`before` names no message of this interaction. Leave it out to begin at the newest.');
}

function eventsRoute(queries: Queries): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/interactions/:id/events',
    summary: 'What happened to an interaction, in order (SRV-2)',
    params: idParams,
    query: z.object({
      after: z.coerce.number().int().min(0).default(0).describe('`seq` of the last event already known'),
      limit: limitSchema,
    }),
    response: z.object({
      items: z.array(eventViewSchema),
      nextAfter: z.number().nullable().describe('Goes into `after` for the next events; null at the end'),
    }),
    refusals: ['not-found', 'not-yours'],
    handle: async ({ params, query }, principal) => {
      const found = await readableInteraction(queries, principal, params.id);
      if (!found.ok) return found;
      const events = await queries.interactionEvents(params.id, query.after, query.limit + 1);
      const items = events.slice(0, query.limit).map(viewEvent);
      return ok({ items, nextAfter: events.length > query.limit ? (items.at(-1)?.seq ?? null) : null });
    },
  });
}
