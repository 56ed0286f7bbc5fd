import type { Disposable } from '#shared/disposable.ts';
import type { Sound } from '#shared/options/sound.ts';
import { type PlayerState, silence, stopped, type Wish, wished } from './player-rule.ts';

/** What makes sounds heard. */
export interface Speaker {
  /** Plays until disposed of; `onEnd` when the sound is over by itself or cannot be played. */
  play(sound: Sound, onEnd: () => void): Disposable;
}

/** Plays what is wanted, one sound at a time, as `player-rule.ts` says. */
export class SoundPlayer {
  readonly #speaker: Speaker;
  #state: PlayerState = silence;
  #sounding: Disposable | undefined;

  constructor(speaker: Speaker) {
    this.#speaker = speaker;
  }

  play(wish: Wish): void {
    this.#become(wished(this.#state, wish));
  }

  stop(key: string): void {
    this.#become(stopped(this.#state, key));
  }

  #become(next: PlayerState): void {
    const { playing } = this.#state;
    this.#state = next;
    if (next.playing === playing) return;
    this.#sounding?.dispose();
    this.#sounding = undefined;
    const wish = next.playing;
    if (wish) this.#sounding = this.#speaker.play(wish.sound, () => this.#ended(wish));
  }

  #ended(wish: Wish): void {
    // The same key may be wanted anew already.
    if (this.#state.playing === wish) this.stop(wish.key);
  }
}
