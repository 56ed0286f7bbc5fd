import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPages, closePage, RendererHarness } from './harness.ts';
import { type Scene, scenes } from './scenes.ts';

/**
 * Takes pictures of the real pages: `node tests/renderer-harness/run.ts [SCENE…] [--theme Default,Dark,HighContrast]
 * [--out DIR] [--no-build]`. Exits 1 when a page complained (content policy, error, warning).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'Default,Dark,HighContrast' },
    out: { type: 'string', default: 'out/pictures' },
    'no-build': { type: 'boolean', default: false },
  },
});

function withTheme(scene: Scene, theme: string): Scene {
  const { view } = scene.data;
  return { ...scene, data: { ...scene.data, view: { ...view, options: { ...view.options, 'gui.theme': theme } } } };
}

async function take(harness: RendererHarness, name: string, scene: Scene, file: string): Promise<number> {
  const { page, problems } = await harness.open(scene.data, scene);
  await scene.act?.(page);
  await page.waitForTimeout(350);
  await page.screenshot({ path: file });
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
