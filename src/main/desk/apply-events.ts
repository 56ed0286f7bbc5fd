import { type AnyEvent, type LogEvent, logEventSchema, streamId } from '#shared/domain/events.ts';
import { foldInteraction, foldMessage, messageIdOf } from '#shared/domain/fold.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { DeskStore, LiveInteraction } from './desk-store.ts';

/** True while the interaction is offered to or in the hands of the agent: then it is on their list. */
export function isMine(interaction: Interaction, agent: string): boolean {
  if (interaction.stage === 'offered') return interaction.offer?.agent === agent;
  return interaction.stage === 'assigned' && interaction.agent === agent;
}

/** The event as this program knows it; undefined for a kind of a newer server, or data that break its schema. */
function known(store: DeskStore, event: AnyEvent): LogEvent | undefined {
  const parsed = logEventSchema.safeParse(event);
  if (!parsed.success) {
    const { kind, stream, seq } = event;
    store.options.log.warn({ kind, stream, seq }, 'Skipped an event this version does not understand');
  }
  return parsed.data;
}

/** Does what one event says. Order, doubles and gaps are judged by the sequence of its stream. */
export function applyEvent(store: DeskStore, event: AnyEvent): void {
  const interactionId = streamId(event.stream, 'interaction');
  if (interactionId !== undefined) applyToInteraction(store, interactionId, event);
  else applyElsewhere(store, known(store, event));
}

function applyElsewhere(store: DeskStore, event: LogEvent | undefined): void {
  if (event?.kind === 'contact.changed') store.putContact(event.data.contact);
  if (event?.kind === 'agent.status-changed' && event.data.status.agent === store.agent) {
    store.status.apply(event.seq, event.data.status);
  }
}

function applyToInteraction(store: DeskStore, id: string, event: AnyEvent): void {
  const entry = store.live(id);
  if (!entry) {
    store.noteAbsent(id, event.seq);
    applyToAbsent(store, id, known(store, event));
    return;
  }
  if (event.seq <= entry.interaction.seq) return;
  if (entry.stale || event.seq > entry.interaction.seq + 1) {
    store.hold(id, event);
    store.markStale(id);
    return;
  }
  foldInto(store, entry, event);
}

/** An interaction that is not on the list: the event brings it here, or is about what is still in the cache. */
function applyToAbsent(store: DeskStore, id: string, event: LogEvent | undefined): void {
  if (!event) return;
  const isForMe =
    (event.kind === 'interaction.offered' || event.kind === 'interaction.assigned') && event.data.agent === store.agent;
  if (isForMe) {
    store.hold(id, event);
    store.markStale(id);
  } else changeMessage(store, id, event);
}

function foldInto(store: DeskStore, entry: LiveInteraction, event: AnyEvent): void {
  const id = entry.interaction.id;
  const understood = known(store, event);
  // The sequence counts on: what is not understood is missing in the picture, not in the stream.
  const next = understood ? foldInteraction(entry.interaction, understood) : { ...entry.interaction, seq: event.seq };
  if (understood) changeMessage(store, id, understood);
  if (!next || !isMine(next, store.agent)) {
    store.remove(id, next);
    return;
  }
  store.put({ ...entry, interaction: next, ...readState(store, entry, understood) });
}

/** A customer's message is unread unless its interaction is in front. */
function readState(store: DeskStore, entry: LiveInteraction, event: LogEvent | undefined): Partial<LiveInteraction> {
  if (event?.kind !== 'message.received' || event.data.message.direction !== 'in') return {};
  if (store.isInFront(entry.interaction.id)) return { seenOrder: event.seq, unread: 0 };
  return { unread: entry.unread + 1 };
}

function changeMessage(store: DeskStore, interactionId: string, event: LogEvent): void {
  const messageId = messageIdOf(event);
  if (messageId === undefined) return;
  const before = store.message(interactionId, messageId);
  const after = foldMessage(before, event);
  if (after === undefined) store.unknownChanges += 1;
  else if (after !== before) store.putMessage(after);
  if (event.kind === 'message.accepted') store.options.onAccepted(event.data.message);
  if (event.kind === 'message.reaction-status-changed') store.options.onReaction?.(event.data.id);
}

/**
 * Messages that events change and that may be in the cache without being in memory: they must be remembered first, so
 * that what is folded is the newest.
 */
export function messagesWanted(store: DeskStore, events: readonly AnyEvent[]): string[] {
  const wanted = new Set<string>();
  for (const event of events) {
    const interactionId = streamId(event.stream, 'interaction');
    const id = interactionId === undefined ? undefined : changedMessageId(event);
    if (interactionId !== undefined && id !== undefined && !store.message(interactionId, id)) wanted.add(id);
  }
  return [...wanted];
}

function changedMessageId(event: AnyEvent): string | undefined {
  const { data } = event;
  if (typeof data !== 'object' || data === null || !('messageId' in data)) return undefined;
  return typeof data.messageId === 'string' ? data.messageId : undefined;
}
