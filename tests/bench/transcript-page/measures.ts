import type { Message } from '#shared/domain/message.ts';
import type { Prepending, Scrolling } from '../transcript/page-api.ts';
import { afterFrame, frames, paintedWhen, someMoment } from './frames.ts';
import type { BenchList } from './list.ts';
import { blankShare, firstInView, isInView, rowOf, topOf } from './looks.ts';

const lastId = (messages: readonly Message[]): string => messages.at(-1)?.id ?? '';

function collectRubbish(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

/** Ms from data to the last message painted; the list stays open. */
export async function measureOpen(list: BenchList, messages: readonly Message[]): Promise<number> {
  await list.show();
  collectRubbish();
  await someMoment();
  const last = lastId(messages);
  const began = performance.now();
  list.open(messages);
  const painted = await paintedWhen(() => isThere(list) && isInView(list.scroller(), last));
  return painted - began;
}

function isThere(list: BenchList): boolean {
  try {
    return list.scroller().isConnected;
  } catch {
    return false;
  }
}

/** Ms from each message to it being painted in the view, one after the other. */
export async function measureAppend(list: BenchList, messages: readonly Message[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const message of messages) {
    await someMoment();
    const began = performance.now();
    list.append(message);
    times.push((await paintedWhen(() => isInView(list.scroller(), message.id))) - began);
  }
  return times;
}

/** How long one message of a burst comes after the other, ms. */
const BURST_GAP = 5;

/** Appends all of them as fast as a busy channel does; how many stand below the view when all is quiet. */
export async function measureBurst(list: BenchList, messages: readonly Message[]): Promise<number> {
  for (const message of messages) {
    list.append(message);
    await new Promise((resolve) => setTimeout(resolve, BURST_GAP));
  }
  await frames(30);
  const inView = messages.findLastIndex((message) => isInView(list.scroller(), message.id));
  return messages.length - 1 - inView;
}

/** Frames after which nothing moves any more. */
const SETTLED = 30;

/** Puts older messages in front while the view stands near the upper end. */
export async function measurePrepend(list: BenchList, older: readonly Message[]): Promise<Prepending> {
  const scroller = list.scroller();
  const before = firstInView(scroller);
  const distance = () => Math.abs((topOf(scroller, before.id) ?? Number.POSITIVE_INFINITY) - before.top);
  await someMoment();
  let worst = 0;
  let painted: number | undefined;
  let began = performance.now();
  // Looks at the frames between asking and the answer as well: what is above the list changes meanwhile.
  const looking = (async () => {
    for (let frame = 0; frame < SETTLED; frame += 1) {
      const now = await afterFrame();
      worst = Math.max(worst, distance());
      if (painted === undefined && rowOf(scroller, lastId(older))) painted = now;
    }
  })();
  const given = list.prepend(older).then(() => {
    began = performance.now();
  });
  await Promise.all([looking, given]);
  return { time: (painted ?? Number.POSITIVE_INFINITY) - began, shift: distance(), worst };
}

/** Looks at every frame until `stop`, while somebody drags the scrollbar. */
export function watchScrolling(list: BenchList): { stop(): Scrolling } {
  const scroller = list.scroller();
  const [intervals, work, blank]: [number[], number[], number[]] = [[], [], []];
  let watching = true;
  let before: number | undefined;
  const look = (began: number) => {
    if (!watching) return;
    if (before !== undefined) intervals.push(began - before);
    before = began;
    const { port1, port2 } = new MessageChannel();
    const start = performance.now();
    port1.onmessage = () => {
      port1.close();
      work.push(performance.now() - start);
      blank.push(blankShare(scroller));
    };
    port2.postMessage(0);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return {
    stop() {
      watching = false;
      return { intervals, work, blank, top: scroller.scrollTop };
    },
  };
}
