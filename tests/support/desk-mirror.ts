import type { Engine, EventBatch } from '#server/engine/engine.ts';
import type { Disposable } from '#shared/disposable.ts';
import { type LogEvent, streamId } from '#shared/domain/events.ts';
import { foldInteraction, foldMessage, messageIdOf } from '#shared/domain/fold.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';

/**
 * A desk as the agent protocol means it: it knows interactions by snapshots and folds what it is told, in order. A
 * gap it cannot explain is an error.
 */
export class DeskMirror {
  readonly agent: string;
  readonly interactions = new Map<string, Interaction>();
  readonly messages = new Map<string, Message>();
  cursor = 0;
  #subscription: Disposable | undefined;

  constructor(agent: string) {
    this.agent = agent;
  }

  get online(): boolean {
    return this.#subscription !== undefined;
  }

  /** Connects: what was missed first, then what comes. */
  async connect(engine: Engine): Promise<void> {
    this.disconnect();
    const early: EventBatch[] = [];
    let caughtUp = false;
    this.#subscription = engine.subscribe(this.agent, (batch) => {
      if (caughtUp) this.#take(batch);
      else early.push(batch);
    });
    const missed = this.cursor === 0 ? undefined : await engine.eventsAfter(this.agent, this.cursor);
    if (missed) this.#take(missed);
    else await this.#takeSnapshot(engine);
    caughtUp = true;
    for (const batch of early) if (batch.cursor > this.cursor) this.#take(batch);
  }

  disconnect(): void {
    this.#subscription?.dispose();
    this.#subscription = undefined;
  }

  async #takeSnapshot(engine: Engine): Promise<void> {
    const { snapshot, cursor } = await engine.deskSnapshot(this.agent);
    this.interactions.clear();
    this.messages.clear();
    for (const { interaction, messages } of snapshot.interactions) this.#introduce(interaction, messages);
    this.cursor = cursor;
  }

  #take(batch: EventBatch): void {
    for (const { interaction, messages } of batch.introduces) this.#introduce(interaction, messages);
    for (const event of batch.events) this.#fold(event);
    this.cursor = batch.cursor;
  }

  #introduce(interaction: Interaction, messages: readonly Message[]): void {
    this.interactions.set(interaction.id, interaction);
    for (const message of messages) this.messages.set(message.id, message);
  }

  #fold(event: LogEvent): void {
    const id = streamId(event.stream, 'interaction');
    if (id === undefined) return;
    const state = this.interactions.get(id);
    if (!state) throw new Error(`${this.agent} was told of ${id}, which is not theirs`);
    if (event.seq <= state.seq) return;
    if (event.seq > state.seq + 1) throw new Error(`${this.agent} missed ${event.seq - state.seq - 1} events of ${id}`);
    const folded = foldInteraction(state, event);
    if (folded) this.interactions.set(id, folded);
    const messageId = messageIdOf(event);
    const message = messageId === undefined ? undefined : foldMessage(this.messages.get(messageId), event);
    if (message) this.messages.set(message.id, message);
  }
}
