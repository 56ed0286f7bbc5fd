import { type Disposable, disposable } from '#shared/disposable.ts';

/** Which plug-in works on which media type. The host itself knows none. */
export class MediaTypeRegistry {
  readonly #owners = new Map<string, string>();

  /** Throws when another plug-in has it. */
  register(mediaType: string, pluginId: string): Disposable {
    const owner = this.#owners.get(mediaType);
    if (owner !== undefined)
      throw new Error(`Media type ${mediaType} is taken by ${owner}; only one plug-in can have it.`);
    this.#owners.set(mediaType, pluginId);
    return disposable(() => this.#owners.delete(mediaType));
  }

  has(mediaType: string): boolean {
    return this.#owners.has(mediaType);
  }

  list(): readonly string[] {
    return [...this.#owners.keys()];
  }
}
