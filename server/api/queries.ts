import type { Contact } from '#shared/domain/contact.ts';
import type { LogEvent } from '#shared/domain/events.ts';
import type { Disposition, Interaction, InteractionStage } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';

/** Whose view of the data is asked for: an agent sees what is theirs, an administrator all (API-2). */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'agent'; readonly agent: string };

/** One page of a list. `next` goes into the following request; absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: PagePosition | undefined;
}

/** Where a page ended: the sort key and the id of its last item. */
export interface PagePosition {
  readonly at: number;
  readonly id: string;
}

interface Paging {
  readonly after?: PagePosition | undefined;
  readonly limit: number;
}

export interface InteractionFilter extends Paging {
  readonly scope: Scope;
  readonly stage?: InteractionStage | undefined;
  readonly disposition?: Disposition | undefined;
  readonly channel?: string | undefined;
  readonly contactId?: string | undefined;
}

export interface QueueLoad {
  readonly queue: string;
  /** Interactions in the queue that nobody is asked to take at the moment. */
  readonly waiting: number;
  /** When the first of them was queued; milliseconds since the epoch. */
  readonly oldestSince: number | null;
}

/**
 * What REST reads. Nothing here changes anything, so it goes to the storage directly instead of through the engine;
 * what it answers is at least as new as the last change the engine has confirmed.
 */
export interface Queries {
  /** Newest first by creation. */
  interactions(filter: InteractionFilter): Promise<Page<Interaction>>;
  interaction(id: string): Promise<Interaction | undefined>;
  /** The newest messages before `before` (an arrivalOrder; all when absent), in order of arrival. */
  messages(
    interactionId: string,
    options: { readonly before?: number | undefined; readonly limit: number },
  ): Promise<{ readonly messages: readonly Message[]; readonly hasOlder: boolean }>;
  message(id: string): Promise<Message | undefined>;
  /** The provider's own words by message id, where they are kept. */
  rawOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** Events of one interaction after a sequence number, in order. */
  interactionEvents(interactionId: string, afterSeq: number, limit: number): Promise<readonly LogEvent[]>;
  /** Contacts whose name or identity holds `text`, by name; all when it is empty. */
  contacts(filter: Paging & { readonly scope: Scope; readonly text: string }): Promise<Page<Contact>>;
  contact(id: string): Promise<Contact | undefined>;
  /** True when an interaction of this contact is offered to the agent or in their hands. */
  servesContact(agent: string, contactId: string): Promise<boolean>;
  queueLoads(): Promise<readonly QueueLoad[]>;
}
