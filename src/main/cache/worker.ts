import { parentPort } from 'node:worker_threads';
import type { Result } from '#shared/result.ts';
import { CacheDatabase } from './cache-database.ts';
import { type OperationName, operations } from './operations.ts';
import { type CacheAnswer, requestSchema } from './port.ts';

/** Entry of the worker thread that owns the cache file: the only writer, away from the thread that paints. */
const database = new CacheDatabase();

function run<O extends OperationName>(operation: O, given: unknown): Result<unknown> {
  const params = operations[operation].params.parse(given);
  // The schema list ties parameters to operation; the compiler cannot follow that through a variable key.
  return database.run(operation, params as Parameters<typeof database.run<O>>[1]);
}

parentPort?.on('message', (message: unknown) => {
  const { number, operation, params } = requestSchema.parse(message);
  let answer: CacheAnswer;
  try {
    answer = { number, result: run(operation, params) };
  } catch (error) {
    answer = { number, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
