import type { WebSocket } from 'ws';
import { type Disposable, disposable } from '#shared/disposable.ts';
import type { AgentStatus } from '#shared/domain/agent.ts';
import type { LogEvent } from '#shared/domain/events.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Engine, EventBatch } from '../../engine/engine.ts';

/** Builders for the tests of this folder. */

export function statusOf(agent: string): AgentStatus {
  return {
    agent,
    displayName: agent,
    state: 'not-ready',
    reason: '',
    since: 0,
    capacity: { used: 0, allowed: 5 },
    missedOffers: 0,
  };
}

export function messageOf(id: string, text = 'hello'): Message {
  return {
    id,
    interactionId: 'i1',
    channel: 'jungle',
    direction: 'in',
    kind: 'text',
    text,
    providerId: null,
    originTime: 1000,
    arrivalTime: 2000,
    arrivalOrder: 1,
    status: 'received',
    error: null,
    sender: { type: 'contact', name: 'Sample' },
    quoted: null,
    attachment: null,
    location: null,
    contacts: null,
    interactive: null,
    reactions: [],
    revisions: [],
    revokedAt: null,
  };
}

export function snapshotOf(id: string, messages: readonly Message[]): InteractionSnapshot {
  return {
    interaction: {
      id,
      seq: 1,
      mediaType: 'whatsappsession',
      channel: 'jungle',
      contactId: 'c1',
      direction: 'in',
      stage: 'assigned',
      queue: null,
      agent: 'kaa',
      lastAgent: 'kaa',
      offer: null,
      createdAt: 0,
      queuedAt: 0,
      assignedAt: 0,
      doneAt: null,
      disposition: 'Waiting',
      dispositionCode: null,
      note: null,
      attachedData: {},
      window: null,
      pendingSince: null,
      unanswered: 0,
      messageCount: messages.length,
      lastMessage: null,
    },
    contact: { id: 'c1', displayName: 'Sample', identities: [], attributes: {}, createdAt: 0, updatedAt: 0 },
    messages: [...messages],
    hasOlder: false,
  };
}

/** A log in memory, with the three ways the feed reads the engine. */
export class MemoryLog implements Pick<Engine, 'subscribe' | 'eventsAfter' | 'deskSnapshot'> {
  readonly events: LogEvent[] = [];
  /** Cursors up to this one are out of reach. */
  forgottenUpTo = 0;
  /** Awaited before a snapshot or delta is answered, after it was taken. */
  beforeAnswer: () => Promise<void> | void = () => undefined;
  readonly #listeners = new Set<(batch: EventBatch) => void>();

  get cursor(): number {
    return this.events.length;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Appends one event and tells the listeners. */
  happen(text = 'x'): void {
    const cursor = this.cursor + 1;
    const message = messageOf(`m${cursor}`, text);
    const event: LogEvent = {
      cursor,
      stream: 'interaction:i1',
      seq: cursor,
      at: cursor,
      kind: 'message.received',
      data: { message },
    };
    this.events.push(event);
    for (const listener of this.#listeners) listener({ events: [event], introduces: [], cursor });
  }

  subscribe(_agent: string, listener: (batch: EventBatch) => void): Disposable {
    this.#listeners.add(listener);
    return disposable(() => this.#listeners.delete(listener));
  }

  async eventsAfter(_agent: string, cursor: number): Promise<EventBatch | undefined> {
    if (cursor < this.forgottenUpTo || cursor > this.cursor) return undefined;
    const batch = { events: this.events.slice(cursor), introduces: [], cursor: this.cursor };
    await this.beforeAnswer();
    return batch;
  }

  async deskSnapshot(agent: string) {
    const answer = { snapshot: { status: statusOf(agent), interactions: [] }, cursor: this.cursor };
    await this.beforeAnswer();
    return answer;
  }
}

/** The sending half of a socket whose other end takes what it is sent only when told to. */
export class SlowSocket {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: string[] = [];
  readonly #callbacks: (() => void)[] = [];

  send(text: string, taken: (error?: Error) => void): void {
    this.sent.push(text);
    const bytes = Buffer.byteLength(text);
    this.bufferedAmount += bytes;
    this.#callbacks.push(() => {
      this.bufferedAmount -= bytes;
      taken();
    });
  }

  /** The other end takes all that waits. */
  take(): void {
    for (const callback of this.#callbacks.splice(0)) callback();
  }

  frames(): Record<string, unknown>[] {
    return this.sent.map((text) => JSON.parse(text) as Record<string, unknown>);
  }

  asSocket(): WebSocket {
    return this as unknown as WebSocket;
  }
}
