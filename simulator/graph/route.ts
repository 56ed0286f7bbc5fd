import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { versionHeader } from '../http/app.ts';
import { asObject, asText, type JsonObject } from '../json.ts';
import { checkToken } from './auth.ts';
import { errorBody, type GraphOutcome, graphRefuse } from './outcome.ts';

/** One Graph call, after its token was found good. */
export interface GraphCall {
  readonly context: Context;
  /** The object in the path. */
  readonly id: string;
  readonly query: JsonObject;
  readonly body: JsonObject;
  /** Version called, such as `v23.0`. */
  readonly version: string;
  readonly request: FastifyRequest;
}

export type GraphHandler = (call: GraphCall) => GraphOutcome | Promise<GraphOutcome>;

const defaultVersion = 'v25.0';

/** Registers a Graph call: token, handler, and the answer in Graph's shape. */
export function graphRoute(
  app: FastifyInstance,
  context: Context,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  handler: GraphHandler,
): void {
  app.route({
    method,
    url: path,
    handler: async (request, reply) => {
      const query = asObject(request.query);
      const denied = checkToken(context.settings, request.headers.authorization, asText(query.access_token));
      if (denied) return answer(context, request, reply, graphRefuse(denied));
      const outcome = await handler({
        context,
        id: asText(asObject(request.params).id),
        query,
        body: asObject(request.body),
        version: asText(request.headers[versionHeader]) || defaultVersion,
        request,
      });
      return answer(context, request, reply, outcome);
    },
  });
}

function answer(context: Context, request: FastifyRequest, reply: FastifyReply, outcome: GraphOutcome): FastifyReply {
  reply.headers({
    'content-type': 'application/json; charset=UTF-8',
    'facebook-api-version': asText(request.headers[versionHeader]) || defaultVersion,
    'cache-control': 'private, no-cache, no-store, must-revalidate',
  });
  if (outcome.ok) return reply.send(outcome.value);
  const { refusal } = outcome;
  context.log.info({ path: request.url.split('?')[0], code: refusal.code, details: refusal.details }, refusal.message);
  if (refusal.status === 401) {
    reply.header('www-authenticate', `OAuth "Facebook Platform" "invalid_token" "${refusal.message}"`);
  }
  return reply.code(refusal.status).send(errorBody(refusal));
}
