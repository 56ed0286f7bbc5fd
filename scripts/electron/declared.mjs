import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lib/paths.mjs';

const electronPackage = join(projectRoot, 'node_modules', 'electron');

/** @returns {string} the version of Electron that package-lock.json names */
export function declaredVersion() {
  return JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version;
}

/** The install program of the `electron` package: downloads, checks and unpacks its binary. */
export const declaredInstaller = join(electronPackage, 'install.js');

/**
 * The declared Electron's folder and program.
 * @returns {{ dist: string, executable: string, version: string } | undefined} undefined while it is not installed
 */
export function declaredElectron() {
  try {
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronPackage, 'dist');
    const program = readFileSync(join(electronPackage, 'path.txt'), 'utf8').trim();
    const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    const executable = join(dist, program);
    return version === declaredVersion() && existsSync(executable) ? { dist, executable, version } : undefined;
  } catch {
    return undefined;
  }
}
