import type { Clock } from '#shared/clock.ts';
import type { Result } from '#shared/result.ts';

export interface LibraryPicture {
  readonly mimeType: string;
  readonly content: Buffer;
}

export interface LibraryPicturesOptions {
  readonly clock: Clock;
  /** False while nobody is signed in, or the desk is locked. */
  readonly isShown: () => boolean;
  readonly fetch: (name: string) => Promise<Result<LibraryPicture>>;
}

/** What pages may show as a picture (SEC-1): nothing that can have a program in it. */
const TYPES = new Set(['image/png', 'image/jpeg', 'image/webp']);
/** ms: whoever replaces a picture sees the new one after this. */
const KEPT_FOR = 5 * 60_000;
/** Pictures kept, the ones used last. */
const KEPT = 20;

interface Kept {
  readonly since: number;
  readonly picture: Promise<LibraryPicture | undefined>;
}

/** Pictures of the standard responses, for previews and transcripts (UI-7): fetched by main, since pages have no network. */
export class LibraryPictures {
  readonly #options: LibraryPicturesOptions;
  readonly #kept = new Map<string, Kept>();

  constructor(options: LibraryPicturesOptions) {
    this.#options = options;
  }

  /** Undefined where there is none with this name, where it cannot be fetched, and while nothing may be shown. */
  async get(name: string): Promise<LibraryPicture | undefined> {
    if (!this.#options.isShown()) return undefined;
    const now = this.#options.clock.now();
    const before = this.#kept.get(name);
    const kept = before && now - before.since < KEPT_FOR ? before : { since: now, picture: this.#fetch(name) };
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
    const picture = await kept.picture;
    // What failed may be there the next time.
    if (!picture && this.#kept.get(name) === kept) this.#kept.delete(name);
    return this.#options.isShown() ? picture : undefined;
  }

  clear(): void {
    this.#kept.clear();
  }

  async #fetch(name: string): Promise<LibraryPicture | undefined> {
    const answer = await this.#options.fetch(name);
    return answer.ok && TYPES.has(answer.value.mimeType) ? answer.value : undefined;
  }
}
