import { placeSchema } from '#shared/protocol/login.ts';

/** Options `login.prompt-place` and `login.default-place`. */
export interface PlaceSettings {
  readonly asked: boolean;
  readonly byDefault: string;
}

/** The place last used on this computer; undefined when there is none. */
export interface PlaceKeeper {
  load(): string | undefined;
  save(place: string): Promise<void>;
}

/** Where agents at this computer sit (UI-12). */
export class Place {
  readonly #settings: () => PlaceSettings;
  readonly #keeper: PlaceKeeper;

  constructor(settings: () => PlaceSettings, keeper: PlaceKeeper) {
    this.#settings = settings;
    this.#keeper = keeper;
  }

  /** What the login page begins with: the place last used here, else the default. */
  get offered(): string {
    const { asked, byDefault } = this.#settings();
    return (asked ? this.#keeper.load() : undefined) ?? byDefault;
  }

  /** The place that counts for a login; agents who are not asked have no say in it. Undefined: not said. */
  counts(said: string | undefined): string {
    return placeSchema.parse(this.#settings().asked ? (said ?? this.offered) : this.#settings().byDefault);
  }

  /** An agent has logged in with this place. */
  async used(place: string): Promise<void> {
    if (this.#settings().asked) await this.#keeper.save(place);
  }
}

/** A desk without a place. */
export const noPlace = new Place(() => ({ asked: false, byDefault: '' }), {
  load: () => undefined,
  save: async () => {},
});
