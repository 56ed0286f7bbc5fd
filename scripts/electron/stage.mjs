import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '../lib/paths.mjs';

/** What the running app reads, as paths from the project folder. */
const parts = [
  'package.json',
  'out/main',
  'out/preload',
  'out/renderer',
  'plugins',
  'config',
  'assets',
  'simulator/scenarios',
];

/** Sources and tests are bundled or not needed; of a plug-in's folder only static files go along. */
const left = /\.tsx?$|(?:^|\/)(?:README\.md|tsconfig\.json)$/;

/**
 * Brings the copy of the app up to date that the stand-in Electron runs. It is a copy because the module resolution of
 * the project's own folder would find the better-sqlite3 for a newer Node, which this Electron cannot load.
 * @param {string} modules a `node_modules` folder with the better-sqlite3 to use
 * @param {string} [root] the project folder
 * @returns {string} the app folder
 */
export function stage(modules, root = projectRoot) {
  const stageDir = join(root, 'out', 'stage');
  const wanted = new Map(parts.flatMap((part) => filesOf(join(root, part), part)));
  for (const [target, source] of filesOf(modules, 'node_modules')) wanted.set(target, source);
  const present = new Map(filesOf(stageDir, ''));
  for (const [target, source] of wanted) copyWhenChanged(source, join(stageDir, target), `${stageDir}-partial`);
  for (const [target, path] of present) if (!wanted.has(target)) removeWithEmptyFolders(path);
  return stageDir;
}

/**
 * @param {string} path a file or folder, which need not exist
 * @param {string} target its path in the stage
 * @returns {[target: string, source: string][]}
 */
function filesOf(path, target) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [[target, path]];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => /** @type {[string, string]} */ ([join(target, relative(path, file)), file]))
    .filter(([staged]) => !isSource(staged));
}

/** @param {string} staged */
function isSource(staged) {
  return /^(?:plugins|config|assets|simulator)\//.test(staged) && left.test(staged);
}

/**
 * Renamed into place: a process that is starting from the stage meanwhile sees the old file or the new one, never half.
 * @param {string} source
 * @param {string} target
 * @param {string} partials folder for what is not yet in place, out of sight of another process that stages
 */
function copyWhenChanged(source, target, partials) {
  const from = statSync(source);
  const to = statSync(target, { throwIfNoEntry: false });
  if (to?.size === from.size && Math.abs(to.mtimeMs - from.mtimeMs) < 1) return;
  mkdirSync(dirname(target), { recursive: true });
  mkdirSync(partials, { recursive: true });
  const partial = join(partials, String(process.pid));
  copyFileSync(source, partial);
  utimesSync(partial, from.atime, from.mtime);
  renameSync(partial, target);
}

/**
 * A folder without files would look like a plug-in that has lost its manifest.
 * @param {string} path
 */
function removeWithEmptyFolders(path) {
  rmSync(path, { force: true });
  for (let folder = dirname(path); readdirSync(folder).length === 0; folder = dirname(folder)) rmdirSync(folder);
}
