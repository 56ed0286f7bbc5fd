import { turns } from '../../../src/main/desk/testing/desk-under-test.ts';
import { wordsOf } from './press.ts';
import { takeStep } from './steps.ts';
import { judge } from './window-judge.ts';
import { HOUR, SECOND, WindowWorld } from './window-world.ts';

export interface WindowReport {
  readonly seed: number;
  readonly runs: number;
  readonly presses: number;
  /** Requests to the provider. */
  readonly left: number;
  /** Messages and reactions that the server took and that failed since their window had closed before they left. */
  readonly closedAtServer: number;
  /** Texts that came back to the composer. */
  readonly givenBack: number;
  /** Each with the seed that alone brings it again. */
  readonly problems: readonly string[];
}

interface Run {
  readonly seed: number;
  readonly runs: number;
  readonly onProgress?: (done: number, problems: number) => void;
}

/**
 * Issue 5: schedules of drifting clocks, offline spells, late messages and a slow provider around the closing of the
 * window. No free message leaves after it, and none is lost. Schedule `n` has seed `seed + n`.
 */
export async function windowRun({ seed, runs, onProgress }: Run): Promise<WindowReport> {
  const sums = { presses: 0, left: 0, closedAtServer: 0, givenBack: 0 };
  const problems: string[] = [];
  for (let n = 0; n < runs; n += 1) {
    const schedule = await oneSchedule(seed + n);
    problems.push(...schedule.problems.map((problem) => `seed ${seed + n}: ${problem}`));
    for (const key of ['presses', 'left', 'closedAtServer', 'givenBack'] as const) sums[key] += schedule[key];
    onProgress?.(n + 1, problems.length);
  }
  return { seed, runs, ...sums, problems };
}

async function oneSchedule(seed: number): Promise<Omit<WindowReport, 'seed' | 'runs'>> {
  const world = await WindowWorld.begin(seed);
  try {
    const steps: string[] = [];
    const length = 15 + world.chance.below(20);
    for (let n = 0; n < length; n += 1) {
      steps.push(await takeStep(world));
      await turns(world.chance.below(4));
    }
    const isQuiet = await becomeQuiet(world);
    const problems = [...(await judge(world)), ...(isQuiet ? [] : ['it never became quiet'])];
    const told = problems.map((problem) => `${problem} (${steps.join(', ')})`);
    return { ...(await figures(world)), problems: told };
  } finally {
    await world.stop();
  }
}

/** Fair weather until everything has an end. */
async function becomeQuiet(world: WindowWorld): Promise<boolean> {
  const { provider, kit } = world;
  provider.isCalm = true;
  for (let round = 0; round < 40; round += 1) {
    provider.release();
    world.desk.wire.flow();
    await world.connect();
    await turns();
    await kit.engine.idle();
    world.desk.wire.beat();
    await turns();
    const waiting = await kit.storage.read((tables) => tables.outbound.depth());
    if (waiting === 0 && world.desk.isQuiet) return true;
    await world.advance(round < 10 ? 3 * SECOND : HOUR);
  }
  return false;
}

async function figures({ desk, kit, presses, provider }: WindowWorld) {
  const entries = await kit.storage.read((tables) => Promise.all(presses.map(({ id }) => tables.outbound.get(id))));
  const departed = new Set(provider.departures.map(({ messageId }) => messageId));
  const failed = presses.filter(({ id, content }, n) => entries[n] && !departed.has(id) && content.kind !== 'template');
  const back = presses.filter(({ id, content }, n) => content.kind === 'text' && !entries[n] && !desk.outbox.row(id));
  return {
    presses: presses.length,
    left: provider.departures.length,
    closedAtServer: failed.length,
    givenBack: back.filter(({ content }) => content.kind === 'text' && wordsOf(content.text).length > 0).length,
  };
}
