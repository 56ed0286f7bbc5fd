import { z } from 'zod';
import { ok } from '#shared/result.ts';
import { openRoute, type Route } from '../route.ts';

/** Whether the server lives; whether it takes work is `readyz`, which has an HTTP status of its own. */
export function healthRoute(version: string): Route {
  return openRoute({
    method: 'GET',
    path: '/healthz',
    summary: 'The server is alive',
    access: 'open',
    response: z.object({ status: z.literal('ok'), version: z.string() }),
    handle: async () => ok({ status: 'ok' as const, version }),
  });
}

export function readyRoute(isReady: () => boolean): Route {
  return openRoute({
    method: 'GET',
    path: '/readyz',
    summary: 'The server takes work',
    access: 'open',
    response: z.object({ status: z.literal('ready') }),
    refusals: ['server-stopping'],
    handle: async () => (isReady() ? ok({ status: 'ready' as const }) : serverStopping()),
  });
}

function serverStopping() {
  return {
    ok: false,
    error: { code: 'server-stopping', message: 'The server is starting or stopping. Try again soon.', retryable: true },
  } as const;
}

/** The description of all routes, itself included. */
export function openApiRoute(describe: () => Record<string, unknown>): Route {
  return openRoute({
    method: 'GET',
    path: '/api/v1/openapi.json',
    summary: 'This description',
    access: 'local-or-signed-in',
    response: z.record(z.string(), z.unknown()),
    handle: async () => ok(describe()),
  });
}
