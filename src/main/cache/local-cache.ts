import type { Result } from '#shared/result.ts';
import type { Cache } from './cache.ts';
import { CacheDatabase } from './cache-database.ts';
import type { OperationName, OperationParams, OperationResult } from './operations.ts';

/** The same cache in the caller's own thread, for tests of what stands on it. */
export class LocalCache implements Cache {
  readonly #database = new CacheDatabase();

  async call<O extends OperationName>(operation: O, params: OperationParams<O>): Promise<Result<OperationResult<O>>> {
    return this.#database.run(operation, structuredClone(params));
  }

  async close(): Promise<void> {
    this.#database.run('close', {});
  }
}
