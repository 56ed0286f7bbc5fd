import { type Figure, figure } from '../figure.ts';
import { type BenchWindow, withBenchPage } from './bench-page.ts';
import type { Scrolling } from './page-api.ts';

const MESSAGES = 10_000;
const RUNS = 3;
const DRAG = 5000;
/** A hand's mouse reports this often, ms. */
const STEP = 8;
/** Px above the view from which a drag has failed; the last pixel of the bar is a thousand of the list. */
const FAR = 50_000;
/** Middle of the thumb, px from an end of the scrollbar: in so long a list it is as small as it gets. */
const THUMB = 8;

/** Drags the thumb of the scrollbar from the lower to the upper end. */
async function drag({ page, bench }: BenchWindow): Promise<Scrolling> {
  const { x, top, bottom } = await bench.startScrolling();
  const [from, to] = [bottom - THUMB, top + THUMB];
  await page.mouse.move(x, from);
  await page.mouse.down();
  const began = performance.now();
  for (;;) {
    const done = Math.min(1, (performance.now() - began) / DRAG);
    await page.mouse.move(x, from + (to - from) * done);
    if (done === 1) break;
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
  await page.mouse.up();
  const found = await bench.stopScrolling();
  if (found.top > FAR) throw new Error(`The scrollbar was not dragged: ${found.top} px are above.`);
  return found;
}

async function run(window: BenchWindow, name: 'ours' | 'plain'): Promise<Scrolling> {
  await window.bench.open(name, MESSAGES);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const found = await drag(window);
  await window.bench.close();
  return found;
}

const percent = (values: readonly number[], holds: (value: number) => boolean): number =>
  (values.filter(holds).length / values.length) * 100;

/** `scroll-10k` of PRF-1: the scrollbar dragged from end to start in five seconds. */
export function benchScroll(): Promise<readonly Figure[]> {
  return withBenchPage(async (window) => {
    const ours: Scrolling[] = [];
    const plain: Scrolling[] = [];
    for (let index = 0; index < RUNS; index += 1) {
      plain.push(await run(window, 'plain'));
      ours.push(await run(window, 'ours'));
    }
    const each = (read: (scrolling: Scrolling) => number) => [ours.map(read), plain.map(read)] as const;
    return [
      figure('scroll-10k, longest frame', 'ms', ...each(({ intervals }) => Math.max(...intervals))),
      figure(
        'scroll-10k, frames over 50 ms',
        'frames',
        ...each(({ intervals }) => intervals.filter((ms) => ms > 50).length),
      ),
      figure('scroll-10k, frames half blank', '%', ...each(({ blank }) => percent(blank, (share) => share >= 0.5))),
    ];
  });
}
