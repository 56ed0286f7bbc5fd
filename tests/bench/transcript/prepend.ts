import { type Figure, figure } from '../figure.ts';
import { type BenchWindow, withBenchPage } from './bench-page.ts';
import type { Prepending } from './page-api.ts';

const MESSAGES = 1000;
const OLDER = 50;
const PER_RUN = 3;
const RUNS = 5;
/** Px below the upper end: somebody who has read up to here asks for more. */
const FROM = 120;

async function run({ bench }: BenchWindow, name: 'ours' | 'virtuoso'): Promise<readonly Prepending[]> {
  await bench.open(name, MESSAGES);
  const found: Prepending[] = [];
  for (let index = 0; index < PER_RUN; index += 1) {
    await bench.scrollTo(0);
    await bench.scrollTo(FROM);
    found.push(await bench.prepend(OLDER));
  }
  await bench.close();
  return found;
}

/** `prepend` of PRF-1: older messages in front, while what is read stays where it is. */
export function benchPrepend(): Promise<readonly Figure[]> {
  return withBenchPage(async (window) => {
    const ours: Prepending[] = [];
    const virtuoso: Prepending[] = [];
    for (let index = 0; index <= RUNS; index += 1) {
      const found = { virtuoso: await run(window, 'virtuoso'), ours: await run(window, 'ours') };
      if (index === 0) continue;
      virtuoso.push(...found.virtuoso);
      ours.push(...found.ours);
    }
    const of = (name: keyof Prepending) =>
      [ours, virtuoso].map((all) => all.map((each) => each[name])) as [number[], number[]];
    const worst = (values: readonly number[]) => Math.max(...values);
    return [
      figure('prepend', 'ms', ...of('time')),
      figure('prepend, final shift', 'px', ...of('shift'), worst),
      figure('prepend, worst painted frame', 'px', ...of('worst'), worst),
    ];
  });
}
