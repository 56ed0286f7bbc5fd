/** How often a running task says that it is still running, in milliseconds. */
const EVERY_MS = 5_000;
/** The first sign of life comes sooner, so that nothing stays silent for longer than two seconds. */
const FIRST_MS = 1_500;

/**
 * Runs a task and shows what it is doing: a line at its start, one every few seconds, one at its end.
 * Whole lines, not a redrawn one: the output is as often a log file as a terminal.
 * @template T
 * @param {string} label
 * @param {(tell: (detail: string) => void) => Promise<T>} task gets a function to say how far it is
 * @returns {Promise<T>}
 */
export async function withProgress(label, task) {
  const started = performance.now();
  let detail = '';
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const show = () => console.log(`   … ${seconds()}${detail ? `  ${detail}` : ''}`);
  console.log(`-> ${label}`);
  const first = setTimeout(show, FIRST_MS);
  const ticker = setInterval(show, EVERY_MS);
  try {
    const result = await task((text) => {
      detail = text;
    });
    console.log(`   done in ${seconds()}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(ticker);
  }
}

/**
 * @param {number} bytes
 * @returns {string} the size in megabytes, as in `12 MB`
 */
export function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
