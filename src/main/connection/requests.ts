import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import { type MethodName, type MethodParams, type MethodResult, methods } from '#shared/protocol/methods.ts';
import { ok, type Result } from '#shared/result.ts';
import { badAnswer, connectionLost, requestTimeout } from './refusals.ts';

/** Milliseconds until an answer counts as lost. */
const TIMEOUT = 15_000;

interface Waiting {
  settle(result: Result<unknown>): void;
  readonly timer: Disposable;
}

/** Requests on one connection that wait for their answer. Each ends: with it, by time, or with the connection. */
export class Requests {
  readonly #clock: Clock;
  readonly #waiting = new Map<string, Waiting>();
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `send` with the new request's id; the answer is checked against the method's schema. */
  make<M extends MethodName>(method: M, params: MethodParams<M>, send: (id: string, params: unknown) => void) {
    this.#count += 1;
    const id = `r${this.#count}`;
    return new Promise<Result<MethodResult<M>>>((resolve) => {
      const settle = (result: Result<unknown>): void => resolve(checked(method, result));
      const timer = this.#clock.after(TIMEOUT, () => this.settle(id, requestTimeout));
      this.#waiting.set(id, { settle, timer });
      send(id, params);
    });
  }

  /** An answer to nothing that waits (it came too late) is dropped. */
  settle(id: string, result: Result<unknown>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.timer.dispose();
    waiting?.settle(result);
  }

  /** The connection is gone. */
  endAll(): void {
    for (const id of [...this.#waiting.keys()]) this.settle(id, connectionLost);
  }
}

function checked<M extends MethodName>(method: M, result: Result<unknown>): Result<MethodResult<M>> {
  if (!result.ok) return result;
  const parsed = methods[method].result.safeParse(result.value);
  // The list ties the schema to the method; the compiler cannot follow that through a variable key.
  return parsed.success ? ok(parsed.data as MethodResult<M>) : badAnswer;
}
