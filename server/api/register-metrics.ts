import type { FastifyInstance } from 'fastify';
import { type AuthorizeOptions, authorize } from './authorize.ts';
import { send } from './http.ts';
import type { Metrics } from './metrics.ts';

/** `GET /metrics` in Prometheus' own text, hence no route of the JSON list; from other machines with a token (SEC-1). */
export function registerMetrics(app: FastifyInstance, { registry }: Metrics, access: AuthorizeOptions): void {
  app.get('/metrics', async (request, reply) => {
    const principal = await authorize('local-or-signed-in', request.raw, access);
    if (!principal.ok) return send(reply, principal.error);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
