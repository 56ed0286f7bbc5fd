import { z } from 'zod';
import { privilegesForRoute } from '../rules/request-privileges.ts';
import { fileAnswerSchema } from './file-answer.ts';
import { refusalBodySchema, statusOf } from './refusals.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

/** Refusals any route may give, beside its own. */
const COMMON = ['bad-request', 'rate-limited', 'internal', 'server-stopping'];
const OF_TOKENS = ['token-missing', 'token-invalid', 'token-expired'];

/** The OpenAPI 3.1 description of the routes, made from the schemas they check with (API-2). */
export function describeApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Replydesk messaging server', version },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Refusal: toJsonSchema(refusalBodySchema, 'output') },
    },
  };
}

function describeRoute(route: Route): Json {
  const { body } = route;
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.access === 'signed-in' ? { security: [{ bearer: [] }] } : {}),
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(body ? { requestBody: { required: true, content: jsonContent(toJsonSchema(body, 'input')) } } : {}),
    responses: {
      200: { description: 'Done', content: answerContent(route.response) },
      ...refusals(route),
    },
  };
}

/** `GET /api/v1/interactions/:id/messages` → `getInteractionsIdMessages`. */
function operationId(route: Route): string {
  const words = route.path.replace(/^\/api\/v1/, '').match(/[a-z]+/gi) ?? [];
  return route.method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input') as {
    readonly properties?: Record<string, Json>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
}

function refusals(route: Route): Json {
  const needed = privilegesForRoute(route.method, route.path) ?? [];
  const codes = [
    ...(route.refusals ?? []),
    ...(needed.length > 0 ? ['forbidden'] : []),
    ...(route.access === 'signed-in' ? OF_TOKENS : []),
    ...COMMON,
  ];
  const byStatus = new Map<string, string[]>();
  for (const code of codes) {
    const status = String(statusOf({ code, message: '', retryable: false }));
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = jsonContent({ $ref: '#/components/schemas/Refusal' });
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [status, { description: those.join(', '), content }]),
  );
}

function answerContent(response: z.ZodType): Json {
  if (response !== fileAnswerSchema) return jsonContent(toJsonSchema(response, 'output'));
  return { '*/*': { schema: { type: 'string', format: 'binary' } } };
}

function jsonContent(schema: Json): Json {
  return { 'application/json': { schema } };
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
