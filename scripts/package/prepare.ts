import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronRuntime } from '../electron/runtime.mjs';
import { standInPaths } from '../electron/stand-in.mjs';
import { projectRoot } from '../lib/paths.mjs';

const packageDir = join(projectRoot, 'out', 'package');

/**
 * Puts together the folder that is packed: the built app, a manifest without development parts, and the one module that
 * is not bundled. Its better-sqlite3 is the one the packed Electron can load.
 */
export function preparePackage(runtime: ElectronRuntime): void {
  rmSync(packageDir, { recursive: true, force: true });
  for (const part of ['main', 'preload', 'renderer']) copy(join('out', part), join('out', part));
  const modules = runtime.kind === 'stand-in' ? standInModules() : declaredModules();
  const { name, productName, version, description, license, type, main } = readJson(projectRoot);
  const dependencies = { 'better-sqlite3': modules.sqliteVersion };
  write('package.json', { name, productName, version, description, license, type, main, dependencies });
}

function declaredModules(): { readonly sqliteVersion: string } {
  const from = join('node_modules', 'better-sqlite3');
  for (const part of ['lib', 'prebuilds', 'LICENSE']) copy(join(from, part), join(from, part));
  // Its one dependency is for compiling the addon, which comes compiled.
  const { dependencies: _, ...manifest } = readJson(join(projectRoot, from));
  write(join(from, 'package.json'), manifest);
  return { sqliteVersion: String(manifest.version) };
}

function standInModules(): { readonly sqliteVersion: string } {
  const { modules } = standInPaths();
  cpSync(modules, join(packageDir, 'node_modules'), { recursive: true });
  const manifest = readJson(join(modules, 'better-sqlite3'));
  write(join('node_modules', 'better-sqlite3', 'package.json'), { ...manifest, dependencies: { bindings: '*' } });
  return { sqliteVersion: String(manifest.version) };
}

function copy(from: string, to: string): void {
  cpSync(join(projectRoot, from), join(packageDir, to), { recursive: true });
}

function write(path: string, content: object): void {
  mkdirSync(join(packageDir, path, '..'), { recursive: true });
  writeFileSync(join(packageDir, path), `${JSON.stringify(content, null, 2)}\n`);
}

function readJson(folder: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
