/**
 * Ends right after the next frame: a task posted from within a frame runs when that frame has been laid out and
 * painted, so what is read then is what was painted, and reading costs no layout. The time it ended.
 */
export function afterFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now());
      };
      port2.postMessage(0);
    });
  });
}

export async function frames(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await afterFrame();
}

/** The time after the first frame in which `holds`, asked after each frame. */
export async function paintedWhen(holds: () => boolean, within = 10_000): Promise<number> {
  const end = performance.now() + within;
  for (;;) {
    const now = await afterFrame();
    if (holds()) return now;
    if (now > end) throw new Error('It was not painted.');
  }
}

/** A moment somewhere within a frame, as users and servers choose it. */
export function someMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 16));
}
