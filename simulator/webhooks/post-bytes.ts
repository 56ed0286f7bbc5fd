import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** What became of one call: the answer's status, or why there was none. */
export type PostOutcome = { readonly status: number; readonly body: string } | { readonly error: string };

export interface PostOptions {
  readonly method?: 'POST' | 'GET';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const longestAnswer = 64 * 1024;

/**
 * One HTTP call with exactly these bytes. A connection each: a kept one that the other side has meanwhile closed
 * would look like an outage.
 */
export function postBytes(options: PostOptions): Promise<PostOutcome> {
  const { url, method = 'POST', body = Buffer.alloc(0), headers = {}, timeoutMs, signal } = options;
  const send = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const request = send(url, {
      method,
      agent: false,
      headers: { ...headers, ...(method === 'POST' ? { 'content-length': String(body.length) } : {}) },
      ...(signal ? { signal } : {}),
    });
    // A network wait, not the world's time: real seconds even when the clock is moved.
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    const finish = (outcome: PostOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    request.on('error', (cause) => finish({ error: cause.message || cause.name }));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= longestAnswer) chunks.push(chunk);
      });
      response.on('error', (cause) => finish({ error: cause.message }));
      response.on('end', () =>
        finish({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    request.end(method === 'POST' ? body : undefined);
  });
}
