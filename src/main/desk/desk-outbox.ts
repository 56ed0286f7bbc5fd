import type { Refusal } from '#shared/result.ts';
import type { Connection } from '../connection/connection.ts';
import { Outbox } from '../outbox/outbox.ts';
import { isReaction } from '../outbox/reactions.ts';
import type { CacheFile } from './cache-file.ts';
import { givenBackNotice, sendFailedNotice } from './cache-notices.ts';
import type { CatchUp } from './catch-up.ts';
import type { Changes } from './changes.ts';
import type { DeskOptions } from './desk-options.ts';
import type { DeskStore } from './desk-store.ts';
import type { Notices } from './notices.ts';

/** The parts of the desk an outbox deals with; read when it does, so that they may be made after it. */
export interface DeskOutboxParts {
  readonly options: Pick<DeskOptions, 'clock' | 'log' | 'random'>;
  readonly picture: { readonly changes: Changes };
  readonly files: CacheFile;
  readonly store: DeskStore;
  readonly notices: Notices;
  readonly connection: Connection;
  readonly catchUp: CatchUp;
  readonly outbox: Outbox;
}

/** The outbox of a desk: sends over its connection, and what becomes of a row is shown, written and told. */
export function createOutbox(parts: DeskOutboxParts): Outbox {
  const { changes } = parts.picture;
  const { clock, log, random } = parts.options;
  return new Outbox({
    cache: parts.files.cache,
    clock,
    log,
    random,
    isReady: () => parts.connection.isConnected && parts.catchUp.isDone,
    isHeld: (interactionId) => parts.store.live(interactionId)?.stale === true,
    request: ({ id, interactionId, content }) =>
      parts.connection.request('message.send', { id, interactionId, content }),
    onMessage: (message) => {
      changes.message(message);
      showStanding(parts, message.interactionId);
    },
    onReaction: (interactionId, messageId) => showAgain(parts, interactionId, messageId),
    onGone: (interactionId) => {
      changes.transcript(interactionId);
      showStanding(parts, interactionId);
    },
    onSettled: (row, message) => {
      parts.files.writer.pending.settled(row.id);
      parts.notices.dismiss(sendFailedNotice(row.id, '', '').id);
      if (isReaction(row)) showAgain(parts, row.interactionId, row.content.messageId);
      const known = parts.store.message(row.interactionId, row.id);
      const isNews = !isReaction(row) && (!known || known.arrivalOrder === 0);
      if (message && isNews) parts.store.putMessage(message);
    },
    onFailed: (row) => tellIfUnseen(parts, row.id),
    draftWith: (...given) => draftWith(parts, ...given),
    onGivingBack: (interactionId, draft) => parts.store.drafts.set(interactionId, draft, { tell: true }),
    onGivenBack: (interactionId) => givenBack(parts, interactionId),
    onKept: (interactionId, texts) => kept(parts, interactionId, texts),
    onCount: () => changes.part('connection'),
  });
}

/** What failed of an interaction is a part of its picture. */
function showStanding({ store, picture }: DeskOutboxParts, interactionId: string): void {
  if (store.live(interactionId)) picture.changes.interaction(interactionId);
}

/**
 * Words whose window closed before they could leave are not lost to the agent: they stand in the composer again, before
 * what is being written there, and can go as a notification (WA-3).
 */
function draftWith(
  { store }: DeskOutboxParts,
  interactionId: string,
  texts: readonly string[],
  error: Refusal,
): string | undefined {
  if (error.code !== 'window-closed' || !store.live(interactionId)) return undefined;
  return [...texts, store.drafts.of(interactionId)].filter((part) => part !== '').join('\n');
}

function givenBack({ store, notices }: DeskOutboxParts, interactionId: string): void {
  notices.add(givenBackNotice(interactionId, store.live(interactionId)?.contact.displayName ?? ''));
}

/** They leave the draft again, unless the agent has changed them there already. */
function kept({ store }: DeskOutboxParts, interactionId: string, texts: readonly string[]): void {
  const draft = store.drafts.of(interactionId);
  const words = texts.join('\n');
  if (!draft.startsWith(words)) return;
  store.drafts.set(interactionId, draft.slice(words.length).replace(/^\n/, ''), { tell: true });
}

/** Tells of a refused message whose interaction is not on this desk, so that nobody sees it in a transcript. */
export function tellIfUnseen({ outbox, store, notices }: DeskOutboxParts, messageId: string): void {
  const row = outbox.row(messageId);
  if (row?.state !== 'failed' || store.live(row.interactionId)) return;
  notices.add(sendFailedNotice(row.id, row.message.text, row.error?.title ?? ''));
}

function showAgain(parts: DeskOutboxParts, interactionId: string, messageId: string): void {
  const { store, picture, options } = parts;
  const message = store.message(interactionId, messageId);
  if (message) picture.changes.message(message);
  else
    showCached(parts, interactionId, messageId).catch((error: unknown) => {
      options.log.error({ err: error }, 'What an agent reacted to could not be shown again');
    });
}

/** One of an earlier session is not in memory. */
async function showCached(parts: DeskOutboxParts, interactionId: string, messageId: string): Promise<void> {
  const found = await parts.files.cache.call('messages.get', { ids: [messageId] });
  // What came meanwhile is newer.
  const message = parts.store.message(interactionId, messageId) ?? (found.ok ? found.value[0] : undefined);
  if (message) parts.picture.changes.message(message);
}
