import { type Figure, figure } from '../figure.ts';
import { type BenchWindow, withBenchPage } from './bench-page.ts';

const MESSAGES = 10_000;
const SINGLE = 40;
const BURST = 200;
const RUNS = 4;

async function run({ bench }: BenchWindow, name: 'ours' | 'virtuoso') {
  await bench.open(name, MESSAGES);
  const times = await bench.append(SINGLE);
  const lost = await bench.burst(BURST);
  await bench.close();
  return { times, lost };
}

/** `append` of PRF-1: one message to a long transcript until it is painted; a burst, and how much of it is out of view. */
export function benchAppend(): Promise<readonly Figure[]> {
  return withBenchPage(async (window) => {
    const ours = { times: [] as number[], lost: [] as number[] };
    const virtuoso = { times: [] as number[], lost: [] as number[] };
    for (let index = 0; index <= RUNS; index += 1) {
      for (const [name, into] of [
        ['virtuoso', virtuoso],
        ['ours', ours],
      ] as const) {
        const { times, lost } = await run(window, name);
        if (index === 0) continue;
        into.times.push(...times);
        into.lost.push(lost);
      }
    }
    return [
      figure('append', 'ms', ours.times, virtuoso.times),
      figure(`append, out of view after ${BURST}`, 'messages', ours.lost, virtuoso.lost),
    ];
  });
}
