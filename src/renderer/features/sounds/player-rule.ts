import type { Sound } from '#shared/options/sound.ts';

/** A sound somebody wants to be heard; the same key again takes the place of the one before. */
export interface Wish {
  readonly key: string;
  readonly sound: Sound;
}

/** One sound at a time; those that wait ring until answered, and get their turn. */
export interface PlayerState {
  readonly playing: Wish | null;
  readonly waiting: readonly Wish[];
}

export const silence: PlayerState = { playing: null, waiting: [] };

const UNTIL_ANSWERED = -1;

function ringsOn({ sound }: Wish): boolean {
  return sound.duration === UNTIL_ANSWERED;
}

/**
 * The state after a wish. A higher priority interrupts a lower one; of the same priority, a later one takes the place of
 * one that ends by itself, and waits for one that rings until answered. What has to wait and ends by itself is not played
 * at all: a bell long after what it tells of would mislead.
 */
export function wished(state: PlayerState, wish: Wish): PlayerState {
  const { playing, waiting } = stopped(state, wish.key);
  if (playing === null) return { playing: wish, waiting };
  const gap = wish.sound.priority - playing.sound.priority;
  const goesFirst = gap > 0 || (gap === 0 && !ringsOn(playing));
  if (goesFirst) return { playing: wish, waiting: ringsOn(playing) ? [...waiting, playing] : waiting };
  return { playing, waiting: ringsOn(wish) ? [...waiting, wish] : waiting };
}

/** The state once a wish is over: heard to its end, answered, or no longer wanted. The most important that waits is next. */
export function stopped({ playing, waiting }: PlayerState, key: string): PlayerState {
  const left = waiting.filter((wish) => wish.key !== key);
  if (playing === null || playing.key !== key) return { playing, waiting: left };
  const next = left.reduce<Wish | null>(
    (best, wish) => (best === null || wish.sound.priority > best.sound.priority ? wish : best),
    null,
  );
  return { playing: next, waiting: left.filter((wish) => wish !== next) };
}
