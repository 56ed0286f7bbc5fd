import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { protocol } from 'electron';
import { fileFor, typeOf } from './app-files.ts';
import { readSound, soundNameIn } from './sound-files.ts';

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

export interface ServedFolders {
  /** The built pages. */
  readonly pages: string;
  /** Where sounds are looked for, in this order. */
  readonly sounds: readonly string[];
}

async function answer({ pages, sounds }: ServedFolders, address: string): Promise<Response> {
  const sound = soundNameIn(address);
  const file = sound ?? fileFor(pages, address);
  if (!file) return notFound();
  const body = await (sound ? readSound(sounds, sound) : readFile(file).catch(() => undefined));
  if (!body) return notFound();
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': typeOf(file),
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404 });
}

/** Serves pages and sounds to our windows. */
export function serveApp({ pages, sounds }: ServedFolders): void {
  const folders = { pages: resolve(pages), sounds };
  protocol.handle(APP_SCHEME, (request) => answer(folders, request.url));
}
