import { extname, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.woff2': 'font/woff2',
};

/** The file under `root` an address of ours means, or undefined for anything else or anything outside. */
export function fileFor(root: string, address: string): string | undefined {
  const url = new URL(address);
  if (url.host !== 'replydesk') return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  const file = resolve(root, `.${path}`);
  return file.startsWith(root + sep) && TYPES[extname(file)] ? file : undefined;
}

/** Content type of a file that `fileFor` has let through. */
export function typeOf(file: string): string {
  return TYPES[extname(file)] ?? 'application/octet-stream';
}
