interface Entry {
  text: string;
  /** Texts that were here before, with when they were replaced. */
  readonly before: Map<string, number>;
}

/** An update of main may be under way while a draft goes to it; for this long it may bring an older text, ms. */
const UNDER_WAY = 2_000;

/**
 * The drafts this page wrote. Main brings no update for them (the page that typed it knows), but every update of an
 * interaction holds the draft as main had it when the update left: an older text must not come back over a newer one,
 * and a text main itself has put there (a message that came back) must be taken over.
 */
export class DraftBook {
  readonly #entries = new Map<string, Entry>();

  /** Notes what the agent wrote at `now`; `previous` is what was there before. */
  write(interactionId: string, text: string, previous: string, now: number): void {
    const entry = this.#entries.get(interactionId) ?? { text: previous, before: new Map<string, number>() };
    if (entry.text !== text) entry.before.set(entry.text, now);
    entry.before.delete(text);
    entry.text = text;
    this.#entries.set(interactionId, entry);
  }

  /** The draft to show when main says `told` at `now`. */
  resolve(interactionId: string, told: string, now: number): string {
    const entry = this.#entries.get(interactionId);
    if (!entry || told === entry.text) return told;
    for (const [text, at] of entry.before) if (now - at > UNDER_WAY) entry.before.delete(text);
    if (entry.before.has(told)) return entry.text;
    this.#entries.delete(interactionId);
    return told;
  }
}
