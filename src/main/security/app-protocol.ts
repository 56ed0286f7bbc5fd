import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { protocol } from 'electron';
import { fileFor, typeOf } from './app-files.ts';

/** Where the pages live: a scheme of its own instead of file://, so that pages have one origin (SEC-1). */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://replydesk';

/**
 * No remote origin, no inline script, no frames. Styles are files of ours; React sets single properties through
 * CSSOM, which needs no permission.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

async function answer(root: string, address: string): Promise<Response> {
  const file = fileFor(root, address);
  const body = file && (await readFile(file).catch(() => undefined));
  if (!file || !body) return new Response('Not found', { status: 404 });
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': typeOf(file),
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}

/** Serves the built pages in `root` to our windows. */
export function serveApp(root: string): void {
  protocol.handle(APP_SCHEME, (request) => answer(resolve(root), request.url));
}
