import type { ShortcutId } from '#shared/commands/shortcuts.ts';
import { type Disposable, disposable } from '#shared/disposable.ts';

/** What a command does where it was registered. */
export type ShortcutAction = () => void;

/** The commands that keys can run now: a feature registers what it can do, for as long as it can do it. */
export class ShortcutRegistry {
  readonly #actions = new Map<ShortcutId, ShortcutAction[]>();

  /** Of two for one command the later counts, until it is disposed. */
  register(id: ShortcutId, action: ShortcutAction): Disposable {
    const actions = this.#actions.get(id) ?? [];
    this.#actions.set(id, [...actions, action]);
    return disposable(() => {
      const left = (this.#actions.get(id) ?? []).filter((other) => other !== action);
      this.#actions.set(id, left);
    });
  }

  /** Whether something on the page can do this now. */
  has(id: ShortcutId): boolean {
    return (this.#actions.get(id)?.length ?? 0) > 0;
  }

  /** Runs a command; false when nothing on the page can do it now. */
  run(id: ShortcutId): boolean {
    const action = this.#actions.get(id)?.at(-1);
    action?.();
    return action !== undefined;
  }
}
