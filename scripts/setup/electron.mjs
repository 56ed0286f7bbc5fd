import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declaredElectron, declaredInstaller, declaredVersion } from '../electron/declared.mjs';
import { standInInstalled, standInSupported } from '../electron/stand-in.mjs';
import { runQuietly } from '../lib/exec.mjs';
import { Failure } from '../lib/failure.mjs';
import { projectCache } from '../lib/paths.mjs';
import { megabytes, withProgress } from '../lib/progress.mjs';
import { installStandIn } from './stand-in.mjs';

/** A download that has not grown for this long is given up; a slow one that grows is not. */
const STALLED_MS = 20_000;
/** After this long the release site is tried again: the network may be another by then. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

const refusalFile = join(projectCache, 'declared-electron-refused.json');

/** Electron: the declared one where its release site can be reached, else the stand-in from the package registry. */
export const electronStep = {
  name: 'Electron',

  isDone() {
    if (standInWanted()) return standInInstalled();
    return declaredElectron() !== undefined || (recentlyRefused() && standInInstalled());
  },

  async run() {
    if (!standInWanted() && !recentlyRefused() && (await installDeclared())) return;
    if (standInSupported()) {
      if (!standInInstalled()) await installStandIn();
      return;
    }
    throw new Failure(
      `Electron ${declaredVersion()} could not be downloaded from its release site, and there is a stand-in only for Linux on x64, not for ${process.platform} on ${process.arch}.`,
      "Set ELECTRON_MIRROR to a mirror of Electron's releases (or HTTPS_PROXY with ELECTRON_GET_USE_PROXY=1), delete .cache/setup, then run the same command again.",
    );
  },
};

/** REPLYDESK_ELECTRON=stand-in chooses the stand-in although the declared Electron may be there. */
function standInWanted() {
  return process.env.REPLYDESK_ELECTRON === 'stand-in';
}

function recentlyRefused() {
  try {
    const { version, at } = JSON.parse(readFileSync(refusalFile, 'utf8'));
    return version === declaredVersion() && Date.now() - at < REMEMBERED_MS;
  } catch {
    return false;
  }
}

/** @returns {Promise<boolean>} whether the declared Electron is installed now */
async function installDeclared() {
  // The installer downloads into the temporary folder: one of its own shows how far it is, and whether it stalls.
  const folder = await mkdtemp(join(tmpdir(), 'replydesk-electron-'));
  try {
    await withProgress(`Downloading Electron ${declaredVersion()}`, (tell) => runInstaller(folder, tell));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (declaredElectron() !== undefined) return true;
  console.log("   Electron's release site cannot be reached from here; taking the stand-in from the package registry.");
  mkdirSync(projectCache, { recursive: true });
  writeFileSync(refusalFile, JSON.stringify({ version: declaredVersion(), at: Date.now() }));
  return false;
}

/**
 * @param {string} folder
 * @param {(detail: string) => void} tell
 */
async function runInstaller(folder, tell) {
  const stop = new AbortController();
  let size = -1;
  let grownAt = Date.now();
  const watch = setInterval(async () => {
    const now = await largestFile(folder);
    if (now !== size) grownAt = Date.now();
    // Once a file is there it may be being unpacked, which does not grow it.
    else if (Date.now() - grownAt > STALLED_MS && !existsSync(join(declaredInstaller, '..', 'dist'))) stop.abort();
    size = now;
    tell(`${megabytes(size)} so far`);
  }, 1_000);
  try {
    await runQuietly(process.execPath, [declaredInstaller], {
      env: { ...process.env, TMPDIR: folder, TEMP: folder },
      signal: stop.signal,
    });
  } finally {
    clearInterval(watch);
  }
}

/**
 * @param {string} folder
 * @returns {Promise<number>} size in bytes
 */
async function largestFile(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (s) => s.size,
        () => 0,
      ),
    ),
  );
  return Math.max(0, ...sizes);
}
