import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ok, type Result, refuse } from '#shared/result.ts';
import { asObject, asText } from '../json.ts';

/** One control call with its body already checked. */
export interface ControlCall<B> {
  readonly body: B;
  /** The `:id` of the path. */
  readonly id: string;
  readonly request: FastifyRequest;
}

export interface ControlRoute<S extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: S;
  readonly handle: (call: ControlCall<z.output<S>>) => Result<unknown> | Promise<Result<unknown>>;
}

const statusOfCode: Readonly<Record<string, number>> = { 'not-found': 404, 'not-possible': 409 };

/** Registers a call of the control API: bad bodies are refused with 400 and the place of the mistake. */
export function controlRoute<S extends z.ZodType>(app: FastifyInstance, route: ControlRoute<S>): void {
  app.route({
    method: route.method,
    url: `/control${route.path}`,
    handler: async (request, reply) => {
      const parsed = route.body.safeParse(request.body ?? {});
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const where = issue?.path.join('.') || 'body';
        return answer(reply, refuse('bad-request', `${where}: ${issue?.message ?? 'not understood'}`));
      }
      const id = asText(asObject(request.params).id);
      return answer(reply, await route.handle({ body: parsed.data, id, request }));
    },
  });
}

function answer(reply: FastifyReply, result: Result<unknown>): FastifyReply {
  if (result.ok) return reply.send(result.value);
  return reply.code(statusOfCode[result.error.code] ?? 400).send({ error: result.error });
}

/** The usual answer of a call that has nothing to tell. */
export function done(extra: object = {}): Result<object> {
  return ok({ success: true, ...extra });
}
