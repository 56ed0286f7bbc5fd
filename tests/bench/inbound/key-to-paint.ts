import type { Page } from '@playwright/test';
import { type Figure, figure, percentile } from '../figure.ts';
import { openBareWindow } from './bare-window.ts';
import { startBusyDesk } from './busy-desk.ts';
import { INTERACTIONS, startLoad } from './load.ts';

const RUNS = 6;
const KEYS = 80;
/** A fast typist, ms between two keys. */
const GAP = 70;
const LATEST = 1000;
const WORDS = 'thank you for writing, we look into it at once and come back to you ';

/** Types into the page's field; ms from each key press to its character painted. */
async function type(page: Page): Promise<readonly number[]> {
  const field = page.getByRole('textbox', { name: 'Message' });
  await field.focus();
  await page.evaluate(watchKeys);
  for (let index = 0; index < KEYS; index += 1) {
    await page.keyboard.press(WORDS[index % WORDS.length] ?? ' ');
    await new Promise((resolve) => setTimeout(resolve, GAP * (0.5 + Math.random())));
  }
  // The last key as well is still to be painted.
  await new Promise((resolve) => setTimeout(resolve, LATEST));
  const times = await page.evaluate(() => (window as unknown as { keys: { stop(): readonly number[] } }).keys.stop());
  await field.fill('');
  if (times.length < KEYS) throw new Error(`${KEYS - times.length} keys were not painted.`);
  return times;
}

/** Runs in the page. The time of the event is when the key was pressed, not when the page got to it. */
function watchKeys(): void {
  const times: number[] = [];
  let pressed = 0;
  const onKey = (event: Event) => {
    pressed = event.timeStamp;
  };
  const onInput = () => {
    const began = pressed;
    requestAnimationFrame(() => {
      // Runs when the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        times.push(performance.now() - began);
      };
      port2.postMessage(0);
    });
  };
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('input', onInput, true);
  const stop = () => {
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('input', onInput, true);
    return times;
  };
  Object.assign(window, { keys: { stop } });
}

/** `key-to-paint` of PRF-1: typing during the load of `inbound`, beside a plain field on the same busy machine. */
export async function benchKeyToPaint(): Promise<readonly Figure[]> {
  const bare = await openBareWindow();
  const desk = await startBusyDesk(INTERACTIONS);
  const load = startLoad(desk);
  try {
    const ours: number[] = [];
    const baseline: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const found = { bare: await type(bare.page), ours: await type(desk.page) };
      if (run === 0) continue;
      baseline.push(...found.bare);
      ours.push(...found.ours);
    }
    return [0.5, 0.95].map((q) => figure(`key-to-paint p${q * 100}`, 'ms', ours, baseline, percentile(q)));
  } finally {
    // What a slow server has not yet taken is of no interest any more.
    load.halt();
    await desk.stop();
    await bare.close();
  }
}
