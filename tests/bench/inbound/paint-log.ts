import type { Page } from '@playwright/test';

/** What watches a page, as it is kept there. */
interface Watching {
  readonly painted: [mark: number, at: number][];
  stop(): void;
}

/** Wall clock by the mark of a message. */
export type TimeByMark = ReadonlyMap<number, number>;

/** Begins to note when each message with a mark (`#7#`) is painted. The same way for every page. */
export async function watchPainting(page: Page): Promise<void> {
  await page.evaluate(install);
}

/** When each message was first painted in the view of the page's transcript. */
export async function paintedSince(page: Page): Promise<TimeByMark> {
  const painted = await page.evaluate(() => {
    const { watching } = window as unknown as { watching: Watching };
    watching.stop();
    return watching.painted;
  });
  return new Map(painted);
}

/**
 * Runs in the page. A task posted from within a frame runs when that frame has been painted: what stands in the view
 * then was painted. Looks after changes of the transcript only, so that looking does not slow the page.
 */
function install(): void {
  const log = document.querySelector<HTMLElement>('[role="log"]');
  if (!log) throw new Error('The page has no transcript.');
  const known = new Set<number>();
  const painted: [number, number][] = [];
  const look = () => {
    const now = performance.timeOrigin + performance.now();
    const view = log.getBoundingClientRect();
    for (const row of [...log.querySelectorAll('article')].slice(-20)) {
      const mark = Number(/#(\d+)#/.exec(row.textContent)?.[1] ?? Number.NaN);
      if (Number.isNaN(mark) || known.has(mark)) continue;
      const { top, bottom } = row.getBoundingClientRect();
      if (bottom > view.bottom + 1 || top >= view.bottom || !row.checkVisibility({ visibilityProperty: true }))
        continue;
      known.add(mark);
      painted.push([mark, now]);
    }
  };
  let left = 0;
  const frame = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      look();
    };
    port2.postMessage(0);
    left -= 1;
    if (left > 0) requestAnimationFrame(frame);
  };
  const observer = new MutationObserver(() => {
    // A row may be drawn out of sight first and come into view in one of the next frames.
    if (left <= 0) requestAnimationFrame(frame);
    left = 4;
  });
  observer.observe(log, { childList: true, subtree: true, characterData: true });
  look();
  painted.length = 0;
  (window as unknown as { watching: Watching }).watching = { painted, stop: () => observer.disconnect() };
}

/** Ms from sent to painted; every message must have been painted. */
export function waits(sent: TimeByMark, painted: TimeByMark): readonly number[] {
  return [...sent].map(([mark, at]) => {
    const shown = painted.get(mark);
    if (shown === undefined) throw new Error(`Message ${mark} was not painted.`);
    return shown - at;
  });
}
