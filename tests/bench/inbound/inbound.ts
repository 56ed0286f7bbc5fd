import { type Figure, figure, percentile } from '../figure.ts';
import { type BareWindow, openBareWindow, sendBareEvents } from './bare-window.ts';
import { type BusyDesk, startBusyDesk } from './busy-desk.ts';
import { INTERACTIONS, startLoad } from './load.ts';
import { paintedSince, waits, watchPainting } from './paint-log.ts';

const RUNS = 4;
const SPAN = 15_000;
/** A slow machine still has some on the way when the last webhook was answered. */
const AFTER = 2000;
const EVENTS = 250;
const GAP = 30;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Ms from each webhook of the open conversation to its message painted. */
async function runOurs(desk: BusyDesk): Promise<readonly number[]> {
  await watchPainting(desk.page);
  const load = startLoad(desk);
  await pause(SPAN);
  await load.stop();
  await pause(AFTER);
  return waits(load.sent, await paintedSince(desk.page));
}

/** Ms from each event of a bare main process to its line painted. */
async function runBare({ app, page }: BareWindow): Promise<readonly number[]> {
  await watchPainting(page);
  const sent = await sendBareEvents(app, EVENTS, GAP);
  await pause(AFTER);
  return waits(sent, await paintedSince(page));
}

/** `inbound` of PRF-1: webhook, server, disk, socket, cache, page, paint; against an event that only has to be painted. */
export async function benchInbound(): Promise<readonly Figure[]> {
  const bare = await openBareWindow();
  const desk = await startBusyDesk(INTERACTIONS);
  try {
    const ours: number[] = [];
    const baseline: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const found = { bare: await runBare(bare), ours: await runOurs(desk) };
      // Once without counting: code is compiled, tables and files are warm.
      if (run === 0) continue;
      baseline.push(...found.bare);
      ours.push(...found.ours);
    }
    return [0.5, 0.95, 0.99].map((q) => figure(`inbound p${Math.round(q * 100)}`, 'ms', ours, baseline, percentile(q)));
  } finally {
    await desk.stop();
    await bare.close();
  }
}
