import type { BusyDesk } from './busy-desk.ts';

/** Webhooks a second, over this many conversations (PRF-1). */
export const RATE = 200;
export const INTERACTIONS = 50;

/** A stream of customers' messages. */
export interface Load {
  /** When the webhook of each marked message of the open conversation was to be posted, wall clock. */
  readonly sent: ReadonlyMap<number, number>;
  /** Posts no more. */
  halt(): void;
  /** Posts no more; ends when all that was posted has been answered. */
  stop(): Promise<void>;
}

let mark = 0;

/**
 * Posts webhooks at `RATE`, each customer in turn. By the clock and not by waiting for answers: a slow server gets no
 * less to do. A tick may be late, so the times between are drawn, which also spreads them over the frames.
 */
export function startLoad(desk: BusyDesk): Load {
  const sent = new Map<number, number>();
  const open = new Set<Promise<void>>();
  const began = performance.now();
  let posted = 0;
  let failure: unknown;
  const post = () => {
    const customer = posted % INTERACTIONS;
    posted += 1;
    mark += 1;
    const own = mark;
    if (customer === 0) sent.set(own, performance.timeOrigin + performance.now());
    const answered: Promise<void> = desk
      .write(customer, `Where is my order #${own}# please?`)
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => open.delete(answered));
    open.add(answered);
  };
  const timer = setInterval(() => {
    while (posted < ((performance.now() - began) / 1000) * RATE) post();
  }, 1);
  const halt = () => clearInterval(timer);
  return {
    sent,
    halt,
    async stop() {
      halt();
      await Promise.all(open);
      if (failure !== undefined) throw failure;
    },
  };
}
