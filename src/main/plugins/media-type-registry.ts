import { type Disposable, disposable } from '#shared/disposable.ts';
import type { MediaTypeTraits } from '#shared/plugin-api/background.ts';

/** Which plug-in works on which media type, and what the medium can do. The host itself knows none. */
export class MediaTypeRegistry {
  readonly #owners = new Map<string, { readonly pluginId: string; readonly traits: MediaTypeTraits }>();

  /** Throws when another plug-in has it. */
  register(mediaType: string, pluginId: string, traits: MediaTypeTraits = {}): Disposable {
    const owner = this.#owners.get(mediaType)?.pluginId;
    if (owner !== undefined)
      throw new Error(`Media type ${mediaType} is taken by ${owner}; only one plug-in can have it.`);
    this.#owners.set(mediaType, { pluginId, traits });
    return disposable(() => this.#owners.delete(mediaType));
  }

  has(mediaType: string): boolean {
    return this.#owners.has(mediaType);
  }

  /** What a medium can do; one that no plug-in works on can do nothing. */
  traits(mediaType: string): MediaTypeTraits {
    return this.#owners.get(mediaType)?.traits ?? {};
  }

  list(): readonly string[] {
    return [...this.#owners.keys()];
  }
}
