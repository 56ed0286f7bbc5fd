import type { ReplydeskBridge } from '#shared/ipc/bridge.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import type { Result } from '#shared/result.ts';
import type { FramedBridge } from '../ipc/bridge.ts';

interface Asked {
  readonly channel: string;
  readonly params: unknown;
  answer(result: Result<unknown>): void;
  break(): void;
}

/** A bridge whose answers a test gives by hand, in the order it wants. */
export class ManualBridge implements ReplydeskBridge, FramedBridge {
  readonly asked: Asked[] = [];
  readonly #listeners = new Set<(update: DeskUpdate) => void>();

  request(channel: string, params: unknown): Promise<Result<never>> {
    return new Promise((resolve, reject) => {
      this.asked.push({
        channel,
        params,
        answer: (result) => resolve(result as Result<never>),
        break: () => reject(new Error('the bridge is broken')),
      });
    });
  }

  onUpdate(listener: (update: DeskUpdate) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onUpdates(listener: (updates: readonly DeskUpdate[]) => void): () => void {
    return this.onUpdate((update) => listener([update]));
  }

  shows(): void {}

  push(version: number, ...changes: DeskUpdate['changes']): void {
    for (const listener of this.#listeners) listener({ version, changes });
  }

  get listening(): boolean {
    return this.#listeners.size > 0;
  }

  /** The requests of one channel, oldest first. */
  of(channel: string): readonly Asked[] {
    return this.asked.filter((entry) => entry.channel === channel);
  }
}

/** Lets everything that was answered run on. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await Promise.resolve();
}
