import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { EventBus } from '../bus/event-bus.ts';
import type { Log } from '../log.ts';
import type { Storage, Tables } from '../storage/storage.ts';
import type { AgentRoster } from './agent-roster.ts';
import { CommandGroup } from './command-group.ts';
import { CommandQueue } from './command-queue.ts';
import { routeWaiting } from './commands/route-waiting.ts';
import { RoutingMemory } from './commands/routing-memory.ts';
import { nextDue, runDue } from './commands/tick.ts';
import type { EngineConfig } from './config.ts';
import type { IdSource } from './id-source.ts';
import { Unit } from './unit.ts';

export interface ExecutorOptions {
  readonly storage: Storage;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly log: Log;
  readonly ids: IdSource;
  readonly roster: AgentRoster;
  readonly config: () => EngineConfig;
  /** Something new is to be sent in this conversation. */
  readonly onToSend: (conversation: string) => void;
  /** The provider has told something of the channel's templates, which is on disk. */
  readonly onTemplates: (channel: string) => void;
}

/** After a command of the clock failed (a full disk, say), the next look comes this much later. */
const RETRY = 5_000;

/**
 * Runs commands one after the other, each in one transaction that ends with routing, or several together; tells the
 * bus after the commit; and looks at the clock when the next thing is due.
 */
export class Executor {
  readonly memory = new RoutingMemory();
  readonly #options: ExecutorOptions;
  readonly #queue = new CommandQueue();
  readonly #group: CommandGroup<Unit>;
  #alarm: Disposable | undefined;
  #alarmAt: number | undefined;
  #stopped = false;

  constructor(options: ExecutorOptions) {
    this.#options = options;
    this.#group = new CommandGroup({ queue: this.#queue, commit: (work) => this.#commit(work) });
  }

  /** Resolves with the command's answer when its events are on disk and told. */
  readonly execute = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => this.#enqueue(() => this.#commit(work));

  /** As `execute`, in one transaction with other such work that waits. It may be run twice, the first time for nothing. */
  readonly executeTogether = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => this.#group.run(work);

  /** A read in its place among the commands: all before it are told, none after it has begun. */
  inOrder<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#enqueue(() => this.#options.storage.read(work));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#alarm?.dispose();
    await this.#queue.close();
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  #enqueue<T>(command: () => Promise<T>): Promise<T> {
    this.#group.close();
    return this.#queue.run(command);
  }

  async #commit<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    const { storage, bus, clock, log, ids, roster, config, onToSend, onTemplates } = this.#options;
    const { value, unit, commit, due } = await storage.transaction(async (tables) => {
      const unit = new Unit({ tables, config: config(), roster, ids, now: clock.now(), log });
      const value = await work(unit);
      const again = await routeWaiting(unit, this.memory);
      const commit = await unit.finish();
      return { value, unit, commit, due: earlier(again, await nextDue(unit)) };
    });
    roster.adopt(unit.changedAgents());
    if (commit) await bus.publish(commit);
    for (const conversation of unit.toSend) onToSend(conversation);
    for (const channel of unit.templatesTold) onTemplates(channel);
    this.#wakeAt(due);
    return value;
  }

  #wakeAt(due: number | undefined): void {
    if (due === this.#alarmAt && this.#alarm) return;
    this.#alarm?.dispose();
    this.#alarm = undefined;
    this.#alarmAt = due;
    if (due === undefined || this.#stopped) return;
    const { clock } = this.#options;
    this.#alarm = clock.after(Math.max(0, due - clock.now()), () => void this.#ring());
  }

  async #ring(): Promise<void> {
    this.#alarm = undefined;
    try {
      await this.execute((unit) => runDue(unit, this.memory));
    } catch (error) {
      if (this.#stopped) return;
      this.#options.log.error({ err: error }, 'what is due could not be done and is tried again');
      this.#wakeAt(this.#options.clock.now() + RETRY);
    }
  }
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}
