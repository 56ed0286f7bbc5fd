import { type Figure, figure } from '../figure.ts';
import { withBenchPage } from './bench-page.ts';

const MANY = 10_000;
const FEW = 50;
const RUNS = 15;

/** `open-10k` of PRF-1: from data to the last message painted, against react-virtuoso and against 50 messages. */
export function benchOpen(): Promise<readonly Figure[]> {
  return withBenchPage(async ({ bench }) => {
    const times = { ours: [] as number[], virtuoso: [] as number[], few: [] as number[] };
    const run = async (name: 'ours' | 'virtuoso', count: number) => {
      const time = await bench.open(name, count);
      await bench.close();
      return time;
    };
    for (let index = 0; index <= RUNS; index += 1) {
      const virtuoso = await run('virtuoso', MANY);
      const ours = await run('ours', MANY);
      const few = await run('ours', FEW);
      // Once without counting: code is compiled and fonts are read.
      if (index === 0) continue;
      times.virtuoso.push(virtuoso);
      times.ours.push(ours);
      times.few.push(few);
    }
    return [
      figure('open-10k', 'ms', times.ours, times.virtuoso),
      figure('open-10k beside 50 messages', 'ms', times.ours, times.few),
    ];
  });
}
