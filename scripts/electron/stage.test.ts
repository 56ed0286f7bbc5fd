import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stage } from './stage.mjs';

let root: string;
let modules: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'replydesk-stage-'));
  modules = join(root, 'cache', 'node_modules');
  put('package.json', '{}');
  put('out/main/index.js', 'first');
  put('plugins/whatsapp/plugin.json', '{}');
  put('plugins/whatsapp/view.tsx', '');
  put('cache/node_modules/better-sqlite3/lib/index.js', '');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function staged(): readonly string[] {
  const folder = stage(modules, root);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe('stage', () => {
  it('holds the built app, what it reads, and the better-sqlite3 it was given, but no sources', () => {
    expect(staged()).toEqual([
      'node_modules/better-sqlite3/lib/index.js',
      'out/main/index.js',
      'package.json',
      'plugins/whatsapp/plugin.json',
    ]);
  });

  it('follows what changes, even when the size stays', () => {
    const index = join(stage(modules, root), 'out/main/index.js');
    put('out/main/index.js', 'again');
    // File times advance in steps of milliseconds, and this test is faster than that.
    utimesSync(join(root, 'out/main/index.js'), new Date(), new Date(Date.now() + 1_000));
    stage(modules, root);
    expect(readFileSync(index, 'utf8')).toBe('again');
  });

  it('loses what is taken away, such as a plug-in', () => {
    const plugin = join(stage(modules, root), 'plugins/whatsapp');
    expect(existsSync(plugin)).toBe(true);
    rmSync(join(root, 'plugins/whatsapp'), { recursive: true });
    stage(modules, root);
    expect(existsSync(plugin)).toBe(false);
  });
});
