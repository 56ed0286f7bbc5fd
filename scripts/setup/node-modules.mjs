import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { npm } from '../lib/npm.mjs';
import { declaredNode, projectRoot } from '../lib/paths.mjs';
import { withProgress } from '../lib/progress.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/** The packages of package-lock.json, installed by `npm ci`. Runs on the machine's own Node, with nothing installed. */
export const nodeModulesStep = {
  name: 'node modules',

  /** npm's own record of what it installed is compared with the lock file; a stamp of ours could drift from it. */
  isDone() {
    if (!existsSync(declaredNode)) return false;
    const wanted = readLock('package-lock.json');
    const installed = readLock('node_modules/.package-lock.json');
    if (!wanted || !installed) return false;
    return matches(wanted, installed);
  },

  async run() {
    const { code, tail } = await withProgress('Installing node modules (npm ci)', async (tell) => {
      const watch = setInterval(() => tell(`${countPackages()} packages so far`), 1_000);
      try {
        return await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
          cwd: projectRoot,
          // The next step brings Electron, with a stand-in where its release site cannot be reached.
          env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
        });
      } finally {
        clearInterval(watch);
      }
    });
    if (code !== 0) {
      throw new Failure(
        `"npm ci" ended with code ${code}:\n${withoutUsage(tail)}`,
        'Check that npm reaches its registry ("npm ping"; proxy settings are in "npm config list"), then run the same command again. If it says that packages are missing from the lock file, package.json was changed without it: run "npm install".',
      );
    }
    if (!existsSync(declaredNode)) {
      throw new Failure(
        'npm left out the Node that scripts and tests run on (the devDependency "node"): its install script did not run.',
        'Run "npm rebuild node --ignore-scripts=false --foreground-scripts" and then the same command again.',
      );
    }
  },
};

/**
 * @param {Readonly<Record<string, LockedPackage>>} wanted
 * @param {Readonly<Record<string, LockedPackage>>} installed
 * @returns {boolean} whether everything that is wanted is installed, in its version
 */
export function matches(wanted, installed) {
  return Object.entries(wanted).every(([path, locked]) => {
    if (path === '' || installed[path]?.version === locked.version) return true;
    // Optional packages of other platforms are locked but never installed.
    return installed[path] === undefined && (locked.optional ?? locked.devOptional ?? false);
  });
}

/**
 * @param {string} output of npm, which adds its whole manual page to a refusal
 * @returns {string}
 */
function withoutUsage(output) {
  return output.split(/^npm error Clean install a project$/m)[0] ?? output;
}

/**
 * @param {string} name
 * @returns {Record<string, LockedPackage> | undefined} undefined when the file is missing or damaged
 */
function readLock(name) {
  try {
    return JSON.parse(readFileSync(join(projectRoot, name), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function countPackages() {
  try {
    return readdirSync(join(projectRoot, 'node_modules')).length;
  } catch {
    return 0;
  }
}
