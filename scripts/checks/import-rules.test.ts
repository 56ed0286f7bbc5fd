import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { checkImports } from './import-rules.ts';

// A tree of its own, so that the rules are tried on files that break them.
let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'replydesk-imports-'));
  cpSync(join(projectRoot, 'package.json'), join(tree, 'package.json'));
  symlinkSync(join(projectRoot, 'node_modules'), join(tree, 'node_modules'));
  put('src/shared/a.ts', 'export type A = string;');
  put('src/shared/plugin-api/api.ts', 'export type Api = string;');
  put('plugins/whatsapp/rules/window.ts', 'export const open = true;');
  put('plugins/whatsapp/view.ts', 'export const view = 1;');
});

afterEach(() => rmSync(tree, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

/** Each row: a file, an import that it may not have, and the rule that says so. */
const violations = [
  ['src/shared/b.ts', "import type { X } from '../main/x.ts';", 'shared-imports-nothing'],
  ['src/node/y.ts', "import '../main/x.ts';", 'node-imports-shared'],
  ['src/preload/index.ts', "import '../main/x.ts';", 'preload-imports-shared'],
  ['src/renderer/app.tsx', "import { x } from '../main/x.ts'; export const a = <b>{x}</b>;", 'renderer-imports-shared'],
  ['src/renderer/app.tsx', "import '#plugins/whatsapp/view.ts';", 'renderer-imports-shared'],
  ['src/renderer/bundled-plugins.ts', "import '../main/x.ts';", 'renderer-composition'],
  ['src/main/y.ts', "import '#plugins/whatsapp/view.ts';", 'main-imports-shared'],
  ['src/main/y.ts', "import type { X } from '#server/x.ts';", 'main-imports-shared'],
  ['src/main/plugins/bundled.ts', "import '#server/x.ts';", 'main-composition'],
  ['src/plugin-host/index.ts', "import '../main/x.ts';", 'plugin-host-imports-shared'],
  ['server/y.ts', "import '#plugins/whatsapp/view.ts';", 'server-imports-shared'],
  ['options-command/y.ts', "import '#plugins/whatsapp/view.ts';", 'options-command-imports-shared'],
  ['simulator/y.ts', "export * from '#server/x.ts';", 'simulator-imports-shared'],
  ['plugins/whatsapp/y.ts', "import type { A } from '#shared/a.ts';", 'plugin-imports-api'],
  ['plugins/whatsapp/y.ts', "import '../telegram/x.ts';", 'plugin-imports-api'],
  ['plugins/examples/crm/y.ts', "import type { A } from '#shared/a.ts';", 'example-imports-api'],
  ['plugins/whatsapp/rules/y.ts', "import '../view.ts';", 'plugin-rules-are-pure'],
  ['src/renderer/features/a/x.ts', "import '../b/inside.ts';", 'feature-inside'],
  ['server/y.ts', "import '../tests/helper.ts';", 'tests-are-leaves'],
  ['server/y.ts', "void import('../scripts/x.ts');", 'scripts-are-leaves'],
  ['server/y.ts', "import 'electron';", 'electron-only-where-it-exists'],
  ['src/shared/b.ts', "import type { Stats } from 'node:fs';", 'no-node-in-pages-and-rules'],
  ['server/y.ts', "import 'fast-check';", 'no-development-packages'],
  ['server/y.ts', "import './missing.ts';", 'resolvable'],
  ['server/y.ts', "import '#shared/missing.ts';", 'resolvable'],
  ['server/y.ts', "import type { X } from './x.ts'; export type Y = X;", 'no-cycles'],
] as const;

const targets = {
  'src/main/x.ts': 'export const x = 1; export type X = string;',
  'server/x.ts': "import type { Y } from './y.ts'; export const x = 1; export type X = Y;",
  'server/y.ts': 'export type Y = string;',
  'plugins/telegram/x.ts': 'export const x = 1;',
  'src/renderer/features/b/inside.ts': 'export const x = 1;',
  'tests/helper.ts': 'export const x = 1;',
  'scripts/x.ts': 'export const x = 1;',
} as const;

describe('import table', () => {
  it.each(violations)('%s with %s breaks %s', async (path, text, rule) => {
    for (const [target, content] of Object.entries(targets)) put(target, content);
    put(path, text);
    const report = await checkImports(tree);
    expect(report.unseen).toEqual([]);
    expect(report.violations).toContainEqual(expect.objectContaining({ rule, from: expect.stringContaining('/') }));
  });

  it('has a case here for each of its rules', () => {
    const tried = new Set<string | undefined>(violations.map(([, , rule]) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it('allows what the table lists', async () => {
    put(
      'server/ok.ts',
      "import { open } from '#plugins/whatsapp/rules/window.ts'; import type { A } from '#shared/a.ts'; export const b: A = String(open);",
    );
    put(
      'plugins/whatsapp/ok.ts',
      "import type { Api } from '#shared/plugin-api/api.ts'; import { open } from './rules/window.ts'; export const b: Api = String(open);",
    );
    put(
      'src/renderer/bundled-plugins.ts',
      "import { view } from '#plugins/whatsapp/view.ts'; import { useState } from 'react'; export const all = [view, useState];",
    );
    put(
      'src/main/plugins/bundled.ts',
      "import { view } from '#plugins/whatsapp/view.ts'; import { app } from 'electron'; export const all = [view, app];",
    );
    put('server/ok.test.ts', "import { it } from 'vitest'; import '../tests/helper.ts'; it('x', () => {});");
    put('tests/helper.ts', "import '../scripts/x.ts'; import '#simulator/x.ts';");
    put('scripts/x.ts', 'export const x = 1;');
    put('simulator/x.ts', "import { z } from 'zod'; export const x = z;");
    const report = await checkImports(tree);
    expect(report.violations).toEqual([]);
    expect(report.modules).toBe(12);
  });
});
