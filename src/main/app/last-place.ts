import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomically } from '#node/atomic-file.ts';
import { placeSchema } from '#shared/protocol/login.ts';
import type { PlaceKeeper } from '../desk/place.ts';

const fileSchema = z.object({ place: placeSchema });

/** The place last used on this computer, in a file. One that is not there or damaged is none. */
export class LastPlace implements PlaceKeeper {
  readonly #file: string;
  #place: string | undefined;

  constructor(file: string) {
    this.#file = file;
    try {
      this.#place = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).place;
    } catch {
      this.#place = undefined;
    }
  }

  load(): string | undefined {
    return this.#place;
  }

  async save(place: string): Promise<void> {
    this.#place = place;
    await writeFileAtomically(this.#file, JSON.stringify({ place }));
  }
}
