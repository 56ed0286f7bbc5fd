import type { DeskUpdate } from '#shared/ipc/view.ts';

/** Which interactions are offered to the agent right now, kept from update to update: the toast shows while there are any. */
export class OpenOffers {
  readonly #ids = new Set<string>();

  get count(): number {
    return this.#ids.size;
  }

  apply(update: DeskUpdate): void {
    for (const change of update.changes) {
      if (change.type === 'interaction') {
        const { id, stage } = change.interaction.interaction;
        if (stage === 'offered') this.#ids.add(id);
        else this.#ids.delete(id);
      } else if (change.type === 'interaction-removed') {
        this.#ids.delete(change.interactionId);
      } else if (change.type === 'session' && change.session.phase === 'signed-out') {
        this.#ids.clear();
      }
    }
  }
}
