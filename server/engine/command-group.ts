import { setImmediate } from 'node:timers/promises';
import type { CommandQueue } from './command-queue.ts';

/** Commands that take effect together at most: what waits behind them must not wait long. */
const MOST = 50;

type Outcome<T> = PromiseSettledResult<T>;

export interface CommandGroupOptions<Context> {
  readonly queue: CommandQueue;
  /** Runs all in one transaction, or nothing. */
  readonly commit: <T>(command: (context: Context) => Promise<T>) => Promise<T>;
}

interface Group<Context> {
  readonly commands: ((context: Context) => Promise<unknown>)[];
  readonly outcomes: Promise<readonly Outcome<unknown>[]>;
}

/**
 * Commands that wait side by side share one transaction, and so one write to the disk: under load it is the disk that
 * takes the time. Each has its place among all commands of the queue. When one fails, all of its group are rolled back
 * and run by themselves, so that it fails for its caller only; a command must therefore be fit to be run again.
 */
export class CommandGroup<Context> {
  readonly #options: CommandGroupOptions<Context>;
  #open: Group<Context> | undefined;

  constructor(options: CommandGroupOptions<Context>) {
    this.#options = options;
  }

  /** Resolves with the command's answer when its group is committed. */
  async run<T>(command: (context: Context) => Promise<T>): Promise<T> {
    const group = this.#open ?? this.#begin();
    const place = group.commands.push(command) - 1;
    if (group.commands.length === MOST) this.close();
    const outcome = (await group.outcomes)[place] as Outcome<T>;
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }

  /** What comes from now on takes its place behind what was queued in between. */
  close(): void {
    this.#open = undefined;
  }

  #begin(): Group<Context> {
    const commands: Group<Context>['commands'] = [];
    const outcomes = this.#options.queue.run(async () => {
      // Requests that have arrived already are read in this turn of the event loop.
      await setImmediate();
      if (this.#open?.commands === commands) this.close();
      return this.#commitAll(commands);
    });
    this.#open = { commands, outcomes };
    return this.#open;
  }

  async #commitAll(commands: Group<Context>['commands']): Promise<readonly Outcome<unknown>[]> {
    const { commit } = this.#options;
    const [only] = commands;
    if (only && commands.length === 1) return [await outcomeOf(commit(only))];
    try {
      const values = await commit((context) => inTurn(commands, (command) => command(context)));
      return values.map((value) => ({ status: 'fulfilled', value }));
    } catch {
      return inTurn(commands, (command) => outcomeOf(commit(command)));
    }
  }
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  const [outcome] = await Promise.allSettled([work]);
  return outcome;
}
