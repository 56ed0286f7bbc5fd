export interface BegunTextsOptions {
  readonly write: (interactionId: string, text: string) => void;
  /** Pages are to be told. */
  readonly onTold: (interactionId: string) => void;
}

/** Texts the agent has begun, one an interaction; kept over restarts, and for interactions that may come back (UI-5). */
export class BegunTexts {
  readonly #options: BegunTextsOptions;
  readonly #texts = new Map<string, string>();

  constructor(options: BegunTextsOptions) {
    this.#options = options;
  }

  /** As the cache had them. */
  restore(texts: Readonly<Record<string, string>>): void {
    for (const [id, text] of Object.entries(texts)) this.#texts.set(id, text);
  }

  /** Empty where nothing was begun. */
  of(interactionId: string): string {
    return this.#texts.get(interactionId) ?? '';
  }

  /** Tells the pages only when asked: the one that typed it knows. */
  set(interactionId: string, text: string, { tell = false } = {}): void {
    if (this.of(interactionId) === text) return;
    if (text === '') this.#texts.delete(interactionId);
    else this.#texts.set(interactionId, text);
    this.#options.write(interactionId, text);
    if (tell) this.#options.onTold(interactionId);
  }

  /** Forgets them here; the disk keeps them. */
  clear(): void {
    this.#texts.clear();
  }

  /** Writes them to a new, empty file. */
  rewrite(): void {
    for (const [id, text] of this.#texts) this.#options.write(id, text);
  }
}
