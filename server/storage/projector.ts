import type { LogEvent } from '#shared/domain/events.ts';
import { streamId } from '#shared/domain/events.ts';
import { foldInteraction, foldMessage, messageIdOf } from '#shared/domain/fold.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Tables } from './storage.ts';
import type { PendingEvent } from './tables/events.ts';

/**
 * Folds events into the projections (SRV-2): the same code while recording and while rebuilding. What it has folded
 * is read from here until `flush` writes each changed row once.
 */
export class Projector {
  readonly #tables: Tables;
  readonly #interactions = new Map<string, Interaction>();
  readonly #messages = new Map<string, Message>();
  readonly #changedInteractions = new Set<string>();
  readonly #changedMessages = new Set<string>();

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  async interaction(id: string): Promise<Interaction | undefined> {
    const known = this.#interactions.get(id);
    if (known) return known;
    const stored = await this.#tables.interactions.get(id);
    if (stored) this.#interactions.set(id, stored);
    return stored;
  }

  async message(id: string): Promise<Message | undefined> {
    const known = this.#messages.get(id);
    if (known) return known;
    const stored = await this.#tables.messages.get(id);
    if (stored) this.#messages.set(id, stored);
    return stored;
  }

  /** Interactions changed since the last flush. */
  changedInteractions(): readonly Interaction[] {
    return [...this.#changedInteractions].flatMap((id) => this.#interactions.get(id) ?? []);
  }

  async apply(pending: PendingEvent): Promise<void> {
    // The fold does not look at the cursor, which the log gives only when the event is written.
    const event: LogEvent = { ...pending, cursor: 0 };
    const interactionId = streamId(event.stream, 'interaction');
    if (interactionId !== undefined) await this.#fold(interactionId, event);
    if (event.kind === 'contact.changed') await this.#tables.contacts.put(event.data.contact);
    if (event.kind === 'agent.status-changed') await this.#tables.agents.putStatus(event.data.status);
  }

  async flush(): Promise<void> {
    for (const interaction of this.changedInteractions()) await this.#tables.interactions.put(interaction);
    for (const id of this.#changedMessages) {
      const message = this.#messages.get(id);
      if (message) await this.#tables.messages.put(message);
    }
    this.#changedInteractions.clear();
    this.#changedMessages.clear();
  }

  async #fold(interactionId: string, event: LogEvent): Promise<void> {
    const state = foldInteraction(await this.interaction(interactionId), event);
    if (state) {
      this.#interactions.set(interactionId, state);
      this.#changedInteractions.add(interactionId);
    }
    const messageId = messageIdOf(event);
    if (messageId === undefined) return;
    const message = foldMessage(await this.message(messageId), event);
    if (!message) return;
    this.#messages.set(messageId, message);
    this.#changedMessages.add(messageId);
  }
}
