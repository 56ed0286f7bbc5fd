import { Worker } from 'node:worker_threads';
import { type Result, refuse } from '#shared/result.ts';
import type { OperationName, OperationParams, OperationResult } from './operations.ts';
import type { CacheAnswer, CacheRequest } from './port.ts';

/** The local cache as the desk uses it. Operations are done one after the other, in the order called. */
export interface Cache {
  /** Refused with the codes of `refusals.ts`, and with `cache-closed` after `close`. */
  call<O extends OperationName>(operation: O, params: OperationParams<O>): Promise<Result<OperationResult<O>>>;
  /** Ends the file's use; what was called before is done first. */
  close(): Promise<void>;
}

const closed = refuse('cache-closed', 'The local cache of this desk has stopped. Restart Replydesk.');

interface Pending {
  readonly resolve: (result: Result<never>) => void;
  readonly reject: (error: Error) => void;
}

/** The cache in its worker thread. */
export class WorkerCache implements Cache {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #count = 0;
  #ended = false;

  /** `onFailure`: the worker broke down, and everything is refused from now on. */
  constructor(program: URL, onFailure: (error: Error) => void = () => {}) {
    this.#worker = new Worker(program, { name: 'cache' });
    this.#worker.on('message', (answer: CacheAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => {
      this.#end();
      onFailure(error);
    });
    this.#worker.on('exit', () => this.#end());
  }

  call<O extends OperationName>(operation: O, params: OperationParams<O>): Promise<Result<OperationResult<O>>> {
    if (this.#ended) return Promise.resolve(closed);
    return new Promise((resolve, reject) => {
      this.#count += 1;
      this.#pending.set(this.#count, { resolve, reject });
      this.#worker.postMessage({ number: this.#count, operation, params } satisfies CacheRequest);
    });
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    await this.call('close', {});
    await this.#worker.terminate();
  }

  #settle(answer: CacheAnswer): void {
    const pending = this.#pending.get(answer.number);
    this.#pending.delete(answer.number);
    if ('bug' in answer) pending?.reject(new Error('The cache worker failed', { cause: answer.bug }));
    else pending?.resolve(answer.result as Result<never>);
  }

  #end(): void {
    this.#ended = true;
    for (const pending of this.#pending.values()) pending.resolve(closed);
    this.#pending.clear();
  }
}
