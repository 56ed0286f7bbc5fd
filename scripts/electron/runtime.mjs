import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { declaredElectron } from './declared.mjs';
import { stage } from './stage.mjs';
import { standIn, standInInstalled, standInPaths } from './stand-in.mjs';

/**
 * Electron as this machine has it.
 * @typedef {object} ElectronRuntime
 * @property {string} executablePath
 * @property {'declared' | 'stand-in'} kind
 * @property {string} version
 * @property {string} dist the folder as published, for electron-builder's `electronDist`
 */

/** @typedef {ElectronRuntime & { appDir: string, args: readonly string[] }} RunnableRuntime */

/**
 * Which Electron this machine has: the declared one when it is installed, else the stand-in.
 * @returns {ElectronRuntime}
 * @throws {Failure} when there is none
 */
export function electronRuntime() {
  const declared = process.env.REPLYDESK_ELECTRON === 'stand-in' ? undefined : declaredElectron();
  if (declared !== undefined) {
    const { executable, version, dist } = declared;
    return { executablePath: executable, kind: 'declared', version, dist };
  }
  if (standInInstalled()) {
    const { executable, dist } = standInPaths();
    return { executablePath: executable, kind: 'stand-in', version: standIn.version, dist };
  }
  throw new Failure('No Electron is installed.', 'Run "npm run setup".');
}

/**
 * Electron with the built app ready to be run in it: `spawn(executablePath, [...args, ...yours])`, or Playwright's
 * `_electron.launch({ executablePath, args: [...args, ...yours] })`. For the stand-in this brings the staged copy of
 * the app up to date first.
 * @returns {RunnableRuntime}
 * @throws {Failure} when there is no Electron, or the app is not built
 */
export function resolveRuntime() {
  const runtime = electronRuntime();
  if (!existsSync(join(projectRoot, 'out', 'main', 'index.js'))) {
    throw new Failure('The app is not built: out/main/index.js is missing.', 'Run "npm run build".');
  }
  const appDir = runtime.kind === 'declared' ? projectRoot : stage(standInPaths().modules);
  return { ...runtime, appDir, args: [...rootOnlyArgs(), appDir] };
}

/** Chromium refuses to start its sandbox as root (containers); everybody else keeps it. */
function rootOnlyArgs() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
