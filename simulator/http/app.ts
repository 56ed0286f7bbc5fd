import Fastify, { type FastifyInstance } from 'fastify';
import type { Log } from '../log.ts';

/** Set by the simulator itself on each request: the Graph version in the path, `v23.0`, or none. */
export const versionHeader = 'x-simulator-graph-version';

const versionPrefix = /^\/(v\d+\.\d+)(?=\/)/;
/** The largest document WhatsApp takes, and some room for the form around it. */
const bodyLimit = 101 * 1024 * 1024;

/**
 * An HTTP server that reads what Graph reads: JSON, forms, and files as raw bytes. The version prefix is taken off
 * the path before routing. Only this computer's programs are answered: a web page that reaches a loopback port by
 * another name (DNS rebinding) or from its own origin is refused.
 */
export function createApp(log: Log): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl(request) {
      const url = request.url ?? '/';
      const version = versionPrefix.exec(url)?.[1];
      delete request.headers[versionHeader];
      if (!version) return url;
      request.headers[versionHeader] = version;
      return url.slice(version.length + 1);
    },
  });
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    readJson(String(body), done);
  });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, readForm(String(body)));
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => {
    if (isLocal(request.headers.host) && isLocal(originHost(request.headers.origin))) return;
    log.warn({ host: request.headers.host, origin: request.headers.origin }, 'request from elsewhere refused');
    await reply.code(403).send({ error: { code: 'not-local', message: 'The simulator serves this computer only.' } });
  });
  return app;
}

function originHost(origin: string | undefined): string | undefined {
  return origin?.replace(/^https?:\/\//, '');
}

function isLocal(host: string | undefined): boolean {
  return host === undefined || /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?$/.test(host);
}

const rawTexts = new WeakMap<object, string>();

/** The text a JSON body was read from: parsing and writing again would change numbers beyond 2^53. */
export function rawTextOf(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null ? rawTexts.get(body) : undefined;
}

/** An empty body is an empty object: clients that always say JSON need not send one. */
function readJson(text: string, done: (error: Error | null, body?: unknown) => void): void {
  try {
    const body: unknown = text.trim() === '' ? {} : JSON.parse(text);
    if (typeof body === 'object' && body !== null) rawTexts.set(body, text);
    done(null, body);
  } catch (cause) {
    done(Object.assign(new Error('The body is not valid JSON.', { cause }), { statusCode: 400 }));
  }
}

/** Graph takes forms too; members that look like JSON are read as JSON. */
function readForm(text: string): Record<string, unknown> {
  const entries = [...new URLSearchParams(text)].map(([name, value]) => [name, readMember(value)] as const);
  return Object.fromEntries(entries);
}

function readMember(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
