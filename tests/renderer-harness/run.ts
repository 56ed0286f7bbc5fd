import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { buildPages, closePage, RendererHarness } from './harness.ts';
import type { Scene } from './scene.ts';
import { scenes } from './scenes.ts';

/**
 * Takes pictures of the real pages: `node tests/renderer-harness/run.ts [SCENE…] [--theme Default,Dark,HighContrast]
 * [--out DIR] [--no-build] [--axe]`. Exits 1 when a page complained (content policy, error, warning), or axe did.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'Default,Dark,HighContrast' },
    out: { type: 'string', default: 'out/pictures' },
    axe: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
});

function withTheme(scene: Scene, theme: string): Scene {
  const { view } = scene.data;
  return { ...scene, data: { ...scene.data, view: { ...view, options: { ...view.options, 'gui.theme': theme } } } };
}

async function accessibilityProblems(page: Page, { forcedColors }: Scene): Promise<readonly string[]> {
  // Forced colours replace those axe computes with.
  const builder = new AxeBuilder({ page }).disableRules(forcedColors ? ['color-contrast'] : []);
  const { violations } = await builder.analyze();
  // What A11Y-1 forbids.
  const forbidden = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return forbidden.map(
    ({ id, impact, help, nodes }) =>
      `axe ${impact} ${id}: ${help}\n      ${nodes.map((node) => node.html).join('\n      ')}`,
  );
}

async function take(harness: RendererHarness, name: string, scene: Scene, file: string): Promise<number> {
  const { page, problems: complaints } = await harness.open(scene.data, scene);
  await scene.act?.(page);
  await page.waitForTimeout(350);
  await page.screenshot({ path: file });
  const problems = [...complaints, ...(values.axe ? await accessibilityProblems(page, scene) : [])];
  await closePage(page);
  process.stdout.write(`${problems.length === 0 ? 'ok' : 'PROBLEM'} ${file}\n`);
  for (const problem of problems) process.stdout.write(`   ${name}: ${problem}\n`);
  return problems.length;
}

if (!values['no-build']) await buildPages();
await mkdir(values.out, { recursive: true });
const wanted = positionals.length === 0 ? Object.keys(scenes) : positionals;
const harness = await RendererHarness.start();
let problems = 0;
try {
  for (const theme of values.theme.split(',')) {
    for (const name of wanted) {
      const scene = scenes[name];
      if (!scene) throw new Error(`There is no scene "${name}". Known: ${Object.keys(scenes).join(', ')}.`);
      problems += await take(harness, name, withTheme(scene, theme), join(values.out, `${name}-${theme}.png`));
    }
  }
} finally {
  await harness.stop();
}
process.exitCode = problems === 0 ? 0 : 1;
