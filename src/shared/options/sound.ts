import { type Parsed, parsed, unfit } from './parsed.ts';
import { parseInteger } from './value-numbers.ts';

/** A sound option (OPT-5): `file|priority|duration|device`. */
export interface Sound {
  /** A file name in the sounds folder, never a path. */
  readonly file: string;
  /** A higher one interrupts a lower one. */
  readonly priority: number;
  /** −1 until answered, 0 once, else milliseconds. */
  readonly duration: number;
  readonly device: 'primary' | 'secondary';
}

const FILE = /^[\p{L}\p{N}_ .-]+\.(?:wav|mp3|ogg)$/iu;

/** True for the plain name of a sound file: letters, digits, and no way out of the folder it is looked for in. */
export function isSoundFile(name: string): boolean {
  return FILE.test(name) && !name.startsWith('.');
}

/** Reads a sound; priority, duration and device may be left out (0, once, primary). */
export function parseSound(text: string): Parsed<Sound> {
  const [file = '', priority = '0', duration = '0', device = 'primary', ...rest] = text.split('|').map((p) => p.trim());
  if (rest.length > 0) return unfit('it has more than four parts');
  if (!isSoundFile(file)) return unfit('the first part is no sound file (wav, mp3, ogg)');
  const rank = parseInteger({ min: 0, max: 1000 }, priority);
  if (!rank.ok) return unfit('the priority is no whole number from 0 to 1000');
  const length = parseInteger({ min: -1, max: 600_000 }, duration);
  if (!length.ok) return unfit('the duration is not -1, 0 or milliseconds up to 600000');
  if (device !== 'primary' && device !== 'secondary') return unfit('the device is not primary or secondary');
  return parsed({ file, priority: rank.value, duration: length.value, device });
}
