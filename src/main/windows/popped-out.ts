import type { BrowserWindow } from 'electron';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import { raise } from './raise.ts';

/** As much of a window as is needed here. */
export type OwnWindow = Pick<
  BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isVisible'
  | 'on'
  | 'restore'
  | 'show'
  | 'webContents'
>;

export interface PoppedOutOptions<W extends OwnWindow> {
  /** `others`: how many are open already. */
  readonly open: (interactionId: string, others: number) => W;
  readonly onChange: (interactionIds: readonly string[]) => void;
}

/**
 * The interactions that have a window of their own (UI-1). Closing the window puts the interaction back; the window goes
 * with the interaction, and all of them with the session.
 */
export class PoppedOut<W extends OwnWindow = OwnWindow> {
  readonly #options: PoppedOutOptions<W>;
  readonly #windows = new Map<string, W>();
  readonly #had = new Set<string>();
  /** Told to close; a page may take a moment to hand over what was typed. */
  readonly #closing = new Set<string>();

  constructor(options: PoppedOutOptions<W>) {
    this.#options = options;
  }

  /** Without one that is just being closed. */
  get windows(): readonly W[] {
    return [...this.#windows.values()].filter((window) => !window.isDestroyed());
  }

  /** Whether the interaction has or had a window of its own: what one window keeps of it, another may show next. */
  hadWindow(interactionId: string): boolean {
    return this.#had.has(interactionId);
  }

  /** Brings the interaction's window to the front, if it has one that is to stay. */
  raise(interactionId: string): void {
    const window = this.#windows.get(interactionId);
    if (window && !this.#closing.has(interactionId)) raise(window);
  }

  /** Opens the interaction's window, or brings it to the front. */
  open(interactionId: string): void {
    const known = this.#windows.get(interactionId);
    if (known) {
      raise(known);
      return;
    }
    const window = this.#options.open(interactionId, this.#windows.size);
    window.on('closed', () => this.#forget(interactionId));
    this.#windows.set(interactionId, window);
    this.#had.add(interactionId);
    this.#changed();
  }

  /** Closes the interaction's window as its button does, so that its page hands over what was typed. */
  close(interactionId: string): void {
    const window = this.#windows.get(interactionId);
    if (!window) return;
    this.#closing.add(interactionId);
    window.close();
  }

  /** Ends all windows at once. */
  stop(): void {
    for (const window of this.windows) window.destroy();
  }

  apply(update: DeskUpdate): void {
    for (const change of update.changes) {
      if (change.type === 'interaction-removed') this.close(change.interactionId);
      else if (change.type === 'session' && change.session.phase === 'signed-out') this.stop();
      else if (change.type === 'interaction') {
        const { id, stage, agent } = change.interaction.interaction;
        if (stage !== 'assigned' || agent === null) this.close(id);
      }
    }
  }

  #forget(interactionId: string): void {
    this.#windows.delete(interactionId);
    this.#closing.delete(interactionId);
    this.#changed();
  }

  #changed(): void {
    this.#options.onChange([...this.#windows.keys()]);
  }
}
