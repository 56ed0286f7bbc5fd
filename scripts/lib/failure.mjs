/** A failure a person can act on: what happened, and what to do about it. */
export class Failure extends Error {
  /**
   * @param {string} happened what happened, to what
   * @param {string} remedy what to do about it
   * @param {{ cause?: unknown }} [options]
   */
  constructor(happened, remedy, options) {
    super(happened, options);
    this.name = 'Failure';
    this.remedy = remedy;
  }
}

/**
 * Runs a command's main function: a Failure is told in plain words, anything else is a bug and keeps its stack.
 * @param {() => Promise<number | void>} main resolves with the exit code
 * @returns {Promise<void>}
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    tellFailure(error);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
export function tellFailure(error) {
  if (error instanceof Failure) console.error(`\nFailed: ${error.message}\nWhat to do: ${error.remedy}`);
  else console.error(error);
}
