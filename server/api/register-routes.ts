import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ok, type Result, refuse } from '#shared/result.ts';
import { type Principal, principalName } from '../auth/principal.ts';
import type { Log } from '../log.ts';
import { requireAll } from '../rules/privileges.ts';
import { privilegesForRoute } from '../rules/request-privileges.ts';
import { type AuthorizeOptions, authorize } from './authorize.ts';
import { FileAnswer } from './file-answer.ts';
import { send } from './http.ts';
import { describeIssues } from './refusals.ts';
import type { Route } from './route.ts';

/** Requests a minute from one address to any one route that names no limit of its own. */
const GENERAL_LIMIT = 6000;

export interface RegisterOptions extends AuthorizeOptions {
  /** What an agent may at this moment; null means everything (ROLE-1). */
  readonly privilegesOf: (agent: string) => readonly string[] | null;
  readonly log: Log;
}

/** Puts routes into the web server: limit, who asks, whether they may, what they ask, handler. */
export function registerRoutes(app: FastifyInstance, routes: readonly Route[], options: RegisterOptions): void {
  for (const route of routes) {
    const needed = privilegesForRoute(route.method, route.path);
    if (!needed) throw new Error(`${route.method} ${route.path} is not in the table of privileges`);
    app.route({
      method: route.method,
      url: route.path,
      config: { rateLimit: { max: route.perMinute ?? GENERAL_LIMIT, timeWindow: '1 minute' } },
      handler: (request, reply) => answer({ route, needed }, request, reply, options),
    });
  }
}

interface Registered {
  readonly route: Route;
  /** Privileges an agent needs for it. */
  readonly needed: readonly string[];
}

async function answer(
  { route, needed }: Registered,
  request: FastifyRequest,
  reply: FastifyReply,
  options: RegisterOptions,
): Promise<FastifyReply> {
  const principal = await authorize(route.access, request.raw, options);
  if (!principal.ok) {
    if (principal.error.code.startsWith('token-')) reply.header('www-authenticate', 'Bearer');
    return send(reply, principal.error);
  }
  const allowed = mayCall(principal.value, needed, options);
  if (!allowed.ok) return send(reply, allowed.error);
  const input = readInput(route, request);
  if (!input.ok) return send(reply, input.error);
  const result = await route.handle(input.value, principal.value);
  if (!result.ok) return send(reply, result.error);
  audit(route, request, principal.value, options.log);
  return result.value instanceof FileAnswer ? sendFile(reply, result.value) : reply.send(result.value);
}

/** As a file, never as a page: what is in it comes from elsewhere (SEC-1). */
function sendFile(reply: FastifyReply, { mimeType, content }: FileAnswer): FastifyReply {
  return reply
    .type(mimeType)
    .headers({ 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff' })
    .send(content);
}

function mayCall(
  principal: Principal | undefined,
  needed: readonly string[],
  { privilegesOf }: RegisterOptions,
): Result<null> {
  return principal?.kind === 'agent' ? requireAll(privilegesOf(principal.agent), needed) : ok(null);
}

type Input = Parameters<Route['handle']>[0];

function readInput(route: Route, request: FastifyRequest): Result<Input> {
  const params = check(route.params, request.params, 'path');
  if (!params.ok) return params;
  const query = check(route.query, request.query, 'query');
  if (!query.ok) return query;
  const body = check(route.body, request.body, 'body');
  if (!body.ok) return body;
  return ok({ params: params.value, query: query.value, body: body.value });
}

const nothing = z.object({});

function check<S extends z.ZodType>(schema: S | undefined, value: unknown, where: string): Result<z.infer<S>> {
  if (!schema) return ok(nothing.parse({}) as z.infer<S>);
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : refuse('bad-request', describeIssues(parsed.error, where));
}

/** Who read what beyond their own work (SEC-1: audit log of reads by supervisors). */
function audit(route: Route, request: FastifyRequest, principal: Principal | undefined, log: Log): void {
  if (principal?.kind !== 'admin') return;
  log.info({ audit: true, by: principalName(principal), route: route.path, params: request.params }, 'audited read');
}
