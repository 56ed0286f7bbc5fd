import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Folder for what the set-up remembers about this checkout; safe to delete. */
export const projectCache = join(projectRoot, '.cache', 'setup');

/** The Node the project declares (devDependency `node`); scripts and tests run on it. */
export const declaredNode = join(
  projectRoot,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Folder in the user's cache directory, shared by every checkout of one user.
 * Follows the XDG base directory specification, which says a relative value is to be ignored.
 * @returns {string}
 */
export function userCache() {
  const xdg = process.env.XDG_CACHE_HOME;
  const base = xdg?.startsWith('/') ? xdg : join(homedir(), '.cache');
  return join(base, 'replydesk');
}
