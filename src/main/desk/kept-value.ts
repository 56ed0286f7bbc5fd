import type { z } from 'zod';

export interface KeptValueOptions<T> {
  /** Under this name it stands in the cache's own notes. */
  readonly key: string;
  readonly schema: z.ZodType<T>;
  /** What holds while nothing is kept, and where what was kept cannot be read. */
  readonly none: T;
  /** Writes into the notes of the cache file, which is the agent's own. */
  readonly write: (key: string, value: string) => void;
  readonly onChange: () => void;
}

/** Something an agent arranged for themselves, kept over restarts: their list (UI-1), their responses (UI-6). */
export class KeptValue<T> {
  readonly #options: KeptValueOptions<T>;
  #current: T;

  constructor(options: KeptValueOptions<T>) {
    this.#options = options;
    this.#current = options.none;
  }

  get current(): T {
    return this.#current;
  }

  /** As the cache had it. */
  restore(meta: Readonly<Record<string, string>>): void {
    const { key, schema, none } = this.#options;
    this.#show(schema.safeParse(parse(meta[key])).data ?? none);
  }

  set(value: T): void {
    this.#show(value);
    this.write();
  }

  /** Writes it (again): into a fresh file. */
  write(): void {
    this.#options.write(this.#options.key, JSON.stringify(this.#current));
  }

  clear(): void {
    this.#show(this.#options.none);
  }

  #show(value: T): void {
    this.#current = value;
    this.#options.onChange();
  }
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
