import { type Arrangement, arrangementSchema, noArrangement } from '#shared/ipc/arrangement.ts';

/** Under this name it stands in the cache's own notes. */
const KEY = 'arrangement';

export interface ListArrangementOptions {
  /** Writes into the notes of the cache file, which is the agent's own. */
  readonly write: (key: string, value: string) => void;
  readonly onChange: () => void;
}

/** How the agent has arranged their list: what is pinned, and the order they gave it by hand (UI-1). */
export class ListArrangement {
  readonly #options: ListArrangementOptions;
  #current = noArrangement;

  constructor(options: ListArrangementOptions) {
    this.#options = options;
  }

  get current(): Arrangement {
    return this.#current;
  }

  /** As the cache had it. What cannot be read counts as none: the list is then in the order of waiting. */
  restore(meta: Readonly<Record<string, string>>): void {
    this.#show(arrangementSchema.safeParse(parse(meta[KEY])).data ?? noArrangement);
  }

  set(arrangement: Arrangement): void {
    this.#show(arrangement);
    this.write();
  }

  /** Writes it (again): into a fresh file. */
  write(): void {
    this.#options.write(KEY, JSON.stringify(this.#current));
  }

  clear(): void {
    this.#show(noArrangement);
  }

  #show(arrangement: Arrangement): void {
    this.#current = arrangement;
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
