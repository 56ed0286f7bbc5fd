import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  fastify,
} from 'fastify';
import { type Refusal, refuse } from '#shared/result.ts';
import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';
import { refusalBody, statusOf } from './refusals.ts';

/** REST bodies are small; the webhook plug-in has a limit of its own. */
const BODY_LIMIT = 256 * 1024;
/** A client gets this long to send a request, headers and body, so that slow ones cannot hold connections. */
const REQUEST_TIMEOUT = 30_000;

export interface HttpOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly behindProxy: boolean;
  /** PEM texts; absent: no TLS. */
  readonly tls?: { readonly certificate: string; readonly key: string } | undefined;
}

/** The web server without any route: limits, error answers, security headers, metrics (SEC-1). */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify(serverOptions(options));
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { after }) =>
      Object.assign(new Error(`Too many requests from this address. Try again in ${after}.`), {
        statusCode: 429,
        code: 'rate-limited',
      }),
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => sendError(error, request, reply, options.log));
  app.setNotFoundHandler((request, reply) => {
    send(reply, refuse('not-found', `There is nothing at ${request.method} ${pathOf(request)}.`).error);
  });
  observe(app, options);
  return app;
}

function serverOptions({ behindProxy, tls, log }: HttpOptions): FastifyServerOptions {
  const https = tls && { cert: tls.certificate, key: tls.key, minVersion: 'TLSv1.2' };
  const options: FastifyServerOptions = {
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    // One proxy stands before the server: what it says of the client counts, what the client itself says does not.
    trustProxy: behindProxy ? (_address: string, hop: number) => hop === 0 : false,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    frameworkErrors: (error, request, reply) => sendError(error, request, reply, log),
    clientErrorHandler: (error, socket) => refuseBytes(error, socket, log),
  };
  // Fastify types a server with TLS apart from one without; its routes are the same.
  return https ? ({ ...options, https } as FastifyServerOptions) : options;
}

/** Bytes that are no HTTP, headers without end, requests that stop half-way: refused before there is a request. */
function refuseBytes(error: Error & { readonly code?: string }, socket: Socket, log: Log): void {
  log.info({ err: error }, 'a connection sent no proper request');
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(refusalBody(refuse('bad-request', 'This is no HTTP request the server can read.').error));
  const head = `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
  socket.end(`${head}\r\nConnection: close\r\n\r\n${body}`);
}

/** Answers a refusal with the HTTP status of its code (API-2). */
export function send(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.code(statusOf(refusal)).send(refusalBody(refusal));
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0]?.slice(0, 200) ?? '';
}

function observe(app: FastifyInstance, { log, metrics }: HttpOptions): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    reply.header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    metrics.requests.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    log.debug({ id: request.id, method: request.method, route, status, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}

/** Fastify's own codes, as ours; what is not here and not the client's fault is a bug of ours. */
const FASTIFY_REFUSALS: Readonly<Record<string, readonly [code: string, message: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', 'The body of this request is too large.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['media-type', 'Send the body as application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['bad-request', 'The body of this request is empty; it must be JSON.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['bad-request', 'The body of this request is not JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['bad-request', 'The body is not as long as Content-Length says.'],
  FST_ERR_BAD_URL: ['bad-request', 'The address of this request is malformed.'],
  FST_ERR_ASYNC_CONSTRAINT: ['bad-request', 'The address of this request is malformed.'],
};

function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  const known = FASTIFY_REFUSALS[error.code];
  if (known) send(reply, refuse(...known).error);
  else if (error.code === 'rate-limited') send(reply, refuse(error.code, error.message, true).error);
  else if (error.statusCode !== undefined && error.statusCode < 500) {
    send(reply, refuse('bad-request', 'This request cannot be understood. Check its body and address.').error);
  } else {
    log.error({ err: error, id: request.id, route: request.routeOptions?.url }, 'a request failed');
    const message = `Something went wrong in the server. Its log has the cause under ${request.id}.`;
    send(reply, refuse('internal', message, true).error);
  }
}
