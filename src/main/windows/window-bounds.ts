import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomically } from '#node/atomic-file.ts';

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof boundsSchema>;

const fileSchema = z.record(z.string(), boundsSchema);

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of `bounds` that fits into `area`: a window never opens outside the screen it is on. */
export function fitInto(bounds: WindowBounds, area: Area): WindowBounds {
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  const clamp = (value: number, from: number, room: number) => Math.max(from, Math.min(value, from + room));
  return {
    width,
    height,
    x: clamp(bounds.x, area.x, area.width - width),
    y: clamp(bounds.y, area.y, area.height - height),
    maximized: bounds.maximized,
  };
}

/** Names a set of displays, so that a docked laptop and the same one on the road keep their own bounds (UI-1). */
export function displaysKey(displays: readonly { readonly bounds: Area }[]): string {
  return displays
    .map(({ bounds: b }) => `${b.width}x${b.height}@${b.x},${b.y}`)
    .sort()
    .join(' ');
}

/** Remembers where the main window stood, one entry a set of displays. */
export class BoundsStore {
  readonly #file: string;
  #all: Record<string, WindowBounds> = {};

  constructor(file: string) {
    this.#file = file;
    try {
      this.#all = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      // Absent at first start; a damaged one only costs the remembered place.
    }
  }

  get(key: string): WindowBounds | undefined {
    return this.#all[key];
  }

  async set(key: string, bounds: WindowBounds): Promise<void> {
    this.#all[key] = bounds;
    await writeFileAtomically(this.#file, JSON.stringify(this.#all));
  }
}
