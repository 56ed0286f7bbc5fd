import type { IpcParams } from '#shared/ipc/contract.ts';
import type { DeskClient } from '../ipc/desk-client.ts';
import { withEarlier } from './desk-model.ts';
import type { DeskStore } from './desk-store.ts';
import * as earlierSessions from './earlier-sessions.ts';

const OLDER_PAGE = 100;

/** How the agent's options want earlier sessions to be loaded. */
export type EarlierWish = Pick<IpcParams<'transcript.earlier'>, 'count' | 'allChannels'>;

/**
 * Brings sessions before the one at hand into the store: what the cache has at once, then what the server has (UI-3).
 * One request at a time for each interaction.
 */
export class HistorySync {
  readonly #client: DeskClient;
  readonly #store: DeskStore;
  /** By the interaction at hand. */
  readonly #probed = new Set<string>();

  constructor(client: DeskClient, store: DeskStore) {
    this.#client = client;
    this.#store = store;
  }

  /**
   * Finds out whether there is anything before the session at hand, once. What the server tells stays in the cache, so
   * that it is shown at once when it is wanted.
   */
  async probe(interactionId: string, { allChannels }: Pick<EarlierWish, 'allChannels'>): Promise<void> {
    const atHand = this.#store.getState().interactions.get(interactionId)?.interaction;
    if (!atHand || this.#probed.has(interactionId)) return;
    this.#probed.add(interactionId);
    const params = { interactionId, before: { createdAt: atHand.createdAt, id: atHand.id }, count: 1, allChannels };
    const told = await this.#client.request('transcript.earlier', { ...params, from: 'server' });
    const earlier = this.#earlier(interactionId);
    if (earlier.hasEarlier !== null) return;
    // Who cannot be asked may have something: the button says then why it cannot be shown.
    this.#set(interactionId, { ...earlier, hasEarlier: !told.ok || told.value.sessions.length > 0 });
  }

  /** Asks for what stands before the oldest thing shown: the rest of a long session, else sessions before it. */
  async load(interactionId: string, wish: EarlierWish): Promise<void> {
    const earlier = this.#earlier(interactionId);
    if (earlier.loading) return;
    this.#set(interactionId, { ...earlier, loading: true, error: null });
    const long = earlierSessions.unfinished(earlier);
    if (long) await this.#loadOlder(interactionId, long.interaction.id);
    else await this.#loadSessions(interactionId, wish);
    this.#set(interactionId, { ...this.#earlier(interactionId), loading: false });
  }

  async #loadSessions(interactionId: string, wish: EarlierWish): Promise<void> {
    const atHand = this.#store.getState().interactions.get(interactionId)?.interaction;
    if (!atHand) return;
    const before = earlierSessions.placeOf(this.#earlier(interactionId), atHand);
    const params = { interactionId, before, ...wish };
    const cached = await this.#client.request('transcript.earlier', { ...params, from: 'cache' });
    const knows = cached.ok && cached.value.sessions.length > 0;
    if (knows) this.#add(interactionId, cached.value);
    const told = await this.#client.request('transcript.earlier', { ...params, from: 'server' });
    if (told.ok) this.#add(interactionId, told.value);
    else if (!knows) this.#set(interactionId, { ...this.#earlier(interactionId), hasEarlier: true, error: told.error });
  }

  async #loadOlder(interactionId: string, session: string): Promise<void> {
    const shown = this.#earlier(interactionId).sessions.find(({ interaction }) => interaction.id === session);
    const before = Math.min(...(shown?.messages ?? []).map(({ arrivalOrder }) => arrivalOrder));
    if (!Number.isFinite(before)) return;
    const page = await this.#client.request('transcript.older', { interactionId: session, before, limit: OLDER_PAGE });
    const earlier = this.#earlier(interactionId);
    this.#set(
      interactionId,
      page.ok ? earlierSessions.withOlderOf(earlier, session, page.value) : { ...earlier, error: page.error },
    );
  }

  #add(interactionId: string, page: earlierSessions.SessionsPage): void {
    const earlier = earlierSessions.withSessions(this.#earlier(interactionId), page.sessions);
    this.#set(interactionId, { ...earlier, hasEarlier: page.hasEarlier });
  }

  #earlier(interactionId: string): earlierSessions.EarlierSessions {
    return this.#store.getState().earlier.get(interactionId) ?? earlierSessions.noEarlierSessions;
  }

  /** Unless the interaction has left meanwhile. */
  #set(interactionId: string, earlier: earlierSessions.EarlierSessions): void {
    const model = this.#store.getState();
    if (model.interactions.has(interactionId)) this.#store.setState(withEarlier(model, interactionId, earlier), true);
  }
}
