/** What one window says of itself. */
interface Window {
  shown: string | null;
  seen: string | null;
}

/**
 * What is in front, out of what each window says of itself and which of them has the focus. Windows speak in no order:
 * "seen: none" of the one that was left often comes after "seen" of the one gone to, and must not undo it.
 */
export class Front {
  readonly #onChange: () => void;
  /** By the window's number; the last that spoke stands last. */
  readonly #windows = new Map<number, Window>();
  #focused: number | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The interaction the focused window shows (UI-4); null for none, and while another program has the focus. */
  get inFront(): string | null {
    const window = this.#focused === undefined ? undefined : this.#windows.get(this.#focused);
    return window?.shown ?? null;
  }

  /** The interaction the agent sees to its end in some window: all of it counts as read. */
  get seen(): string | null {
    return [...this.#windows.values()].findLast(({ seen }) => seen !== null)?.seen ?? null;
  }

  /** The interaction the agent sees to its end in the window with the focus: they are really reading it (WA-8). */
  get read(): string | null {
    return (this.#focused === undefined ? undefined : this.#windows.get(this.#focused))?.seen ?? null;
  }

  shows(id: number, interactionId: string | null): void {
    this.#say(id, { shown: interactionId });
  }

  sees(id: number, interactionId: string | null): void {
    this.#say(id, { seen: interactionId });
  }

  focused(id: number): void {
    this.#focused = id;
    this.#onChange();
  }

  blurred(id: number): void {
    // The window gone to may have told of its focus already.
    if (this.#focused !== id) return;
    this.#focused = undefined;
    this.#onChange();
  }

  closed(id: number): void {
    this.#windows.delete(id);
    if (this.#focused === id) this.#focused = undefined;
    this.#onChange();
  }

  #say(id: number, said: Partial<Window>): void {
    const window = { shown: null, seen: null, ...this.#windows.get(id), ...said };
    this.#windows.delete(id);
    this.#windows.set(id, window);
    this.#onChange();
  }
}
