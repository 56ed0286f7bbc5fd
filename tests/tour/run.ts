import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { startDisplay } from '../../scripts/display/virtual-display.mjs';
import { projectRoot } from '../support/program.ts';
import { TourPlayer } from './player.ts';
import { type Scenario, scenarioSchema, scenesSchema } from './scenario.ts';

const { values } = parseArgs({ options: { out: { type: 'string' }, scenario: { type: 'string' } } });
const out = resolve(values.out ?? resolve(projectRoot, 'out/tour'));
const file = resolve(values.scenario ?? resolve(projectRoot, 'tests/tour/scenarios/shift.json'));

async function readAs<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${path} is no scenario:\n${issues.join('\n')}`);
}

async function readScenario(): Promise<Scenario> {
  const { scenes, ...scenario } = await readAs(scenarioSchema, file);
  const parts = scenes.map((part) =>
    'title' in part ? [part] : readAs(scenesSchema, join(dirname(file), part.scenes)),
  );
  return { ...scenario, scenes: (await Promise.all(parts)).flat() };
}

/** True when every step's expectation held; a scene that fails ends the tour, since the next ones stand on it. */
async function playAll(scenario: Scenario): Promise<boolean> {
  const player = new TourPlayer(scenario, out);
  try {
    await player.start();
    for (const [index, scene] of scenario.scenes.entries()) {
      const began = performance.now();
      for (const step of scene.steps) {
        try {
          await player.play(step);
        } catch (error) {
          console.log(`FAILED ${index + 1}/${scenario.scenes.length} ${scene.title}\n  at ${JSON.stringify(step)}`);
          console.log(error instanceof Error ? error.message : error);
          await player.play({ picture: { page: 'main', name: 'failed' } }).catch(() => {});
          return false;
        }
      }
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`ok ${index + 1}/${scenario.scenes.length} ${scene.title} (${seconds} s)`);
    }
    return true;
  } finally {
    await player.stop();
  }
}

const scenario = await readScenario();
const display = await startDisplay();
Object.assign(process.env, display.env);
console.log(`${scenario.title}: ${scenario.scenes.length} scenes, pictures in ${out}`);
const held = await playAll(scenario);
await display.stop();
console.log(held ? 'Every scene held.' : 'The tour failed.');
process.exit(held ? 0 : 1);
