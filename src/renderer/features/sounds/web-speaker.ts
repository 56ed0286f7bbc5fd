import { type Disposable, disposable } from '#shared/disposable.ts';
import type { Sound } from '#shared/options/sound.ts';
import { sinkFor } from './sink.ts';
import type { Speaker } from './sound-player.ts';

/** In Chromium since 110, not yet in the compiler's own list. */
interface RoutedContext extends AudioContext {
  setSinkId?(id: string): Promise<void>;
}

export interface WebSpeakerOptions {
  /** A sound cannot be played: its file is missing or no sound. */
  readonly onFault: (file: string, error: unknown) => void;
}

/**
 * Plays through the page's audio. Decoded as a whole and looped by the sample, not by an audio element: that leaves a
 * gap at each round, and asks the file's address again.
 */
export class WebSpeaker implements Speaker {
  readonly #options: WebSpeakerOptions;
  readonly #files = new Map<string, Promise<ArrayBuffer>>();

  constructor(options: WebSpeakerOptions) {
    this.#options = options;
  }

  play(sound: Sound, onEnd: () => void): Disposable {
    const context: RoutedContext = new AudioContext();
    let timer: number | undefined;
    const end = disposable(() => {
      window.clearTimeout(timer);
      // Lets the device go: an open one keeps a laptop from sleeping.
      void context.close();
    });
    this.#begin(context, sound, onEnd).then(
      () => {
        if (sound.duration > 0) timer = window.setTimeout(onEnd, sound.duration);
      },
      (error: unknown) => {
        // Silenced while it was being read: that is no fault of the file.
        if (context.state === 'closed') return;
        this.#files.delete(sound.file);
        this.#options.onFault(sound.file, error);
        onEnd();
      },
    );
    return end;
  }

  async #begin(context: RoutedContext, sound: Sound, onEnd: () => void): Promise<void> {
    const [content, sink] = await Promise.all([this.#read(sound.file), sinkFor(sound.device)]);
    // A device that has gone meanwhile must not make the desk silent.
    if (sink !== undefined) await context.setSinkId?.(sink).catch(() => undefined);
    const source = context.createBufferSource();
    // Decoding takes the buffer away, and it is wanted again.
    source.buffer = await context.decodeAudioData(content.slice(0));
    source.loop = sound.duration !== 0;
    source.onended = onEnd;
    source.connect(context.destination);
    source.start();
  }

  #read(file: string): Promise<ArrayBuffer> {
    const known = this.#files.get(file);
    if (known) return known;
    const read = fetch(`/sounds/${encodeURIComponent(file)}`).then((answer) => {
      if (!answer.ok) throw new Error(`The sound ${file} is in neither folder of sounds.`);
      return answer.arrayBuffer();
    });
    this.#files.set(file, read);
    return read;
  }
}
