import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { DeskSnapshot } from '#shared/protocol/frames.ts';
import { applyEvent, isMine } from './apply-events.ts';
import type { DeskStore } from './desk-store.ts';
import { answeredUpTo, newestOrder } from './unread.ts';

/**
 * Takes the server's picture of one interaction in place of what is here, when it is newer or fills a gap. Events that
 * came meanwhile and are newer still are folded in after it. Answers false when it is older than what is here.
 */
export function takeSnapshot(store: DeskStore, snapshot: InteractionSnapshot, { force = false } = {}): boolean {
  const { interaction } = snapshot;
  const entry = store.live(interaction.id);
  store.putContact(snapshot.contact);
  if (!force && interaction.seq < store.newestSeq(interaction.id)) {
    // A late frame: what it says of an interaction that is not here may not be true any more.
    if (!entry && isMine(interaction, store.agent)) store.markStale(interaction.id);
    return false;
  }
  if (entry && !force && interaction.seq === entry.interaction.seq && !entry.stale) return true;
  if (isMine(interaction, store.agent)) replace(store, snapshot);
  else store.remove(interaction.id, interaction);
  for (const event of store.takeHeld(interaction.id)) applyEvent(store, event);
  return true;
}

function replace(store: DeskStore, snapshot: InteractionSnapshot): void {
  const { interaction, messages, hasOlder } = snapshot;
  const { id } = interaction;
  // Older messages may have changed while events were missed; they are fetched again when wanted.
  if (hasOlder) store.forgetBelow(id, messages[0]?.arrivalOrder ?? Number.MAX_SAFE_INTEGER);
  const seenOrder = seenAfter(store, id, messages);
  const unread = store.unreadOf(id, messages, seenOrder);
  const contact = store.contact(snapshot.contact.id) ?? snapshot.contact;
  store.put({ interaction, contact, hasOlder, stale: false, seenOrder, unread });
  for (const message of messages) takeMessage(store, message);
  store.options.changes.transcript(id);
}

function seenAfter(store: DeskStore, id: string, messages: readonly Message[]): number {
  const known = store.seenOrder(id) ?? answeredUpTo(messages);
  return store.isInFront(id) ? Math.max(known, newestOrder(messages)) : known;
}

function takeMessage(store: DeskStore, message: Message): void {
  store.putMessage(message);
  if (message.direction === 'out') store.options.onAccepted(message);
}

/** Takes the server's whole picture in place of what is here (API-1). */
export function takeWholePicture(store: DeskStore, picture: DeskSnapshot): void {
  const ids = new Set(picture.interactions.map((snapshot) => snapshot.interaction.id));
  for (const id of store.liveIds) {
    if (!ids.has(id)) store.remove(id, undefined);
  }
  store.options.writes.replaceAll();
  for (const snapshot of picture.interactions) {
    store.putContact(snapshot.contact);
    const entry = store.live(snapshot.interaction.id);
    const isSame = entry && !entry.stale && entry.interaction.seq === snapshot.interaction.seq;
    if (isSame) store.put(entry);
    else takeSnapshot(store, snapshot, { force: true });
  }
  store.status.set(picture.status);
}
