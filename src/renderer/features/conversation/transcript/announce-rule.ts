import type { Message } from '#shared/domain/message.ts';
import { arrivedAfter, newestArrival } from './arrivals.ts';

/** What comes within this time of the first is one announcement, ms (A11Y-1). */
export const GATHER = 800;
/** While messages keep coming there is one announcement in this time, ms: as long as one is spoken. */
export const PAUSE = 5000;

/** What is known of the messages of a transcript, and what of them is still to be said. */
export interface Heard {
  /** Highest arrival order so far; 0 before there was any: what is there at first is no news. */
  readonly newest: number;
  /** Customer's messages that are still to be said. */
  readonly count: number;
  /** The first of them, whose words are said if it stays alone. */
  readonly first: Message | undefined;
  /** When something was said last, ms. */
  readonly saidAt: number;
}

export const nothingHeard: Heard = { newest: 0, count: 0, first: undefined, saidAt: -PAUSE };

/** Counts each customer's message that came after the others, once. */
export function hear(heard: Heard, messages: readonly Message[]): Heard {
  const { newest: before, count, first } = heard;
  const newest = Math.max(before, newestArrival(messages));
  if (before === 0 || newest === before) return { ...heard, newest };
  const came = arrivedAfter(messages, before);
  return { ...heard, newest, count: count + came.length, first: first ?? came[0] };
}

/** How long the next announcement waits, ms; for when the first message of it has come. */
export function waitBefore({ saidAt }: Heard, now: number): number {
  return Math.max(GATHER, saidAt + PAUSE - now);
}

/** All that waited has been said. */
export function said({ newest }: Heard, now: number): Heard {
  return { newest, count: 0, first: undefined, saidAt: now };
}
