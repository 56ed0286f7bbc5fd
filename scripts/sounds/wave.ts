/** Samples a second: enough for bells, and half the size of speech on the phone. */
export const RATE = 16_000;

/** One struck note: a tone with a softer octave, that fades. */
export interface Note {
  /** Seconds after the beginning. */
  readonly at: number;
  /** Hz. */
  readonly pitch: number;
  /** Seconds until it is gone. */
  readonly length: number;
  /** 0 to 1. */
  readonly loudness: number;
}

/** Seconds in which a note grows loud: without it, it begins with a click. */
const ATTACK = 0.008;

/** Samples from −1 to 1 of notes over one another, `seconds` long. */
export function mix(notes: readonly Note[], seconds: number): Float64Array {
  const samples = new Float64Array(Math.round(seconds * RATE));
  for (const { at, pitch, length, loudness } of notes) {
    const first = Math.round(at * RATE);
    const end = Math.min(first + Math.round(length * RATE), samples.length);
    for (let index = first; index < end; index += 1) {
      const time = (index - first) / RATE;
      const envelope = Math.min(time / ATTACK, 1) * Math.exp((-5 * time) / length) * (1 - time / length);
      const tone = Math.sin(2 * Math.PI * pitch * time) + 0.3 * Math.sin(4 * Math.PI * pitch * time);
      samples[index] = (samples[index] ?? 0) + (loudness * envelope * tone) / 1.3;
    }
  }
  return samples;
}

/** A WAV file, one channel, 16 bits. */
export function toWave(samples: Float64Array): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write('RIFF', 0, 'ascii');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'ascii');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'ascii');
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(sample, 1)) * 32_767), 44 + index * 2);
  });
  return file;
}
