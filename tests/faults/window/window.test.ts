import { expect, it } from 'vitest';
import { windowRun } from './window-run.ts';

/** Another seed is other schedules: `FAULTS_SEED=7`; many: `npm run faults -- window --runs 10000 --seed S`. */
const seed = Number(process.env.FAULTS_SEED ?? '20260105');

it('sends no free message after the window and loses none, whatever clocks, wires, provider and customers do', async () => {
  console.log(`window schedules with seed ${seed}`);
  const { problems, ...figures } = await windowRun({ seed, runs: 200 });
  console.log(JSON.stringify(figures));
  expect(problems).toEqual([]);
  // Schedules in which nothing closes would prove nothing.
  expect(figures.left).toBeGreaterThan(300);
  expect(figures.closedAtServer).toBeGreaterThan(5);
  expect(figures.givenBack).toBeGreaterThan(40);
}, 120_000);
