import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { protocol } from 'electron';
import type { LibraryPicture } from '../desk/library-pictures.ts';
import { nameUnder } from './address-name.ts';
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

export interface ServedParts {
  /** Folder of the built pages. */
  readonly pages: string;
  /** Folders in which sounds are looked for, in this order. */
  readonly sounds: readonly string[];
  /** A picture of the standard responses by its name; undefined where none may be shown. */
  readonly picture: (name: string) => Promise<LibraryPicture | undefined>;
}

interface Served {
  readonly type: string;
  readonly content: Uint8Array;
}

async function answer(parts: ServedParts, address: string): Promise<Response> {
  const served = await find(parts, address);
  if (!served) return notFound();
  return new Response(new Uint8Array(served.content), {
    headers: {
      'content-type': served.type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}

async function find({ pages, sounds, picture }: ServedParts, address: string): Promise<Served | undefined> {
  const pictureName = nameUnder('library', address);
  if (pictureName !== undefined) {
    const found = await picture(pictureName);
    return found && { type: found.mimeType, content: found.content };
  }
  const sound = soundNameIn(address);
  const file = sound ?? fileFor(pages, address);
  if (!file) return undefined;
  const content = await (sound ? readSound(sounds, sound) : readFile(file).catch(() => undefined));
  return content && { type: typeOf(file), content };
}

function notFound(): Response {
  return new Response('Not found', { status: 404 });
}

/** Serves pages, sounds and pictures to our windows. */
export function serveApp({ pages, ...parts }: ServedParts): void {
  const served = { pages: resolve(pages), ...parts };
  protocol.handle(APP_SCHEME, (request) => answer(served, request.url));
}
