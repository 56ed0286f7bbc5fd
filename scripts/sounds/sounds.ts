import { mix, type Note, toWave } from './wave.ts';

const A5 = 880;
const CIS6 = 1108.73;
const E6 = 1318.51;

const ring: readonly Note[] = [
  { at: 0, pitch: A5, length: 0.9, loudness: 0.5 },
  { at: 0.18, pitch: CIS6, length: 0.9, loudness: 0.5 },
  { at: 0.36, pitch: E6, length: 1.1, loudness: 0.55 },
];

/** The sounds that come with the program, by file name. `ring.wav` ends in silence: it is played over and over. */
export const sounds: Readonly<Record<string, () => Buffer>> = {
  'ring.wav': () => toWave(mix(ring, 2.4)),
  'bell.wav': () => toWave(mix([{ at: 0, pitch: E6, length: 0.7, loudness: 0.5 }], 0.7)),
  'warning.wav': () =>
    toWave(
      mix(
        [
          { at: 0, pitch: 659.26, length: 0.35, loudness: 0.6 },
          { at: 0.2, pitch: 493.88, length: 0.6, loudness: 0.6 },
        ],
        0.8,
      ),
    ),
};
