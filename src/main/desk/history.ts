import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { IpcParams, IpcResultValue } from '#shared/ipc/contract.ts';
import type { SearchHit, Session } from '#shared/ipc/history.ts';
import type { MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import { MOST_SESSIONS, type SessionPlace } from '#shared/protocol/sessions.ts';
import { ok, type Refusal, type Result, refuse } from '#shared/result.ts';
import { compareMessages } from '#shared/rules/ordering.ts';
import type { Cache } from '../cache/cache.ts';
import type { OperationResult } from '../cache/operations.ts';
import type { CacheWriter } from './cache-writer.ts';
import type { DeskStore } from './desk-store.ts';

/** Messages of a session that are brought with it; older ones come by pages. */
const FIRST_PAGE = 200;
const MOST_HITS = 200;

type Page = IpcResultValue<'transcript.older'>;
type Earlier = IpcResultValue<'transcript.earlier'>;
type Asked = IpcParams<'transcript.earlier'>;

export interface HistoryOptions {
  readonly cache: Cache;
  readonly writer: CacheWriter;
  readonly store: DeskStore;
  /** A message as pages show it. */
  readonly shown: (message: Message) => Message;
  readonly older: (params: IpcParams<'transcript.older'>) => Promise<Result<Page>>;
  readonly ask: (params: MethodParams<'contact.sessions'>) => Promise<Result<MethodResult<'contact.sessions'>>>;
  /** The cache cannot be read. */
  readonly onTrouble: (refusal: Refusal) => void;
}

const gone = refuse('not-found', 'This interaction is no longer on this desk, so its history cannot be shown.');

/** What a contact and the business said before the session at hand: shown above it, and searched (UI-3). */
export class History {
  readonly #options: HistoryOptions;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** Refused with `not-found`, and from the server with `not-connected` and the like. */
  async earlier(asked: Asked): Promise<Result<Earlier>> {
    const entry = this.#options.store.live(asked.interactionId);
    if (!entry) return gone;
    return asked.from === 'cache' ? this.#cached(asked, entry.interaction) : this.#fetched(asked, entry.interaction);
  }

  /** Refused with `not-found`. */
  async search({ interactionId, typed }: IpcParams<'transcript.search'>): Promise<Result<SearchHit[]>> {
    const { store, cache, writer } = this.#options;
    const contactId = store.live(interactionId)?.interaction.contactId;
    if (contactId === undefined) return gone;
    await writer.settle();
    const hits = await cache.call('messages.search', { contactId, typed, limit: MOST_HITS });
    if (!hits.ok) return this.#troubled(hits.error, []);
    const found = await cache.call('messages.get', { ids: hits.value.map(({ id }) => id) });
    if (!found.ok) return this.#troubled(found.error, []);
    return ok(await this.#withSessions(contactId, hits.value, found.value));
  }

  async #withSessions(
    contactId: string,
    hits: OperationResult<'messages.search'>,
    messages: readonly Message[],
  ): Promise<SearchHit[]> {
    const places = await this.#places(contactId);
    const excerpts = new Map(hits.map(({ id, excerpt }) => [id, excerpt]));
    return messages
      .flatMap((message): SearchHit[] => {
        const session = places.get(message.interactionId);
        const excerpt = excerpts.get(message.id);
        return session && excerpt !== undefined ? [{ message, session, excerpt }] : [];
      })
      .sort((a, b) => compareMessages(b.message, a.message));
  }

  async #places(contactId: string): Promise<ReadonlyMap<string, SessionPlace>> {
    const all = { contactId, before: { createdAt: Number.MAX_SAFE_INTEGER, id: '' }, channel: null, limit: 1000 };
    const rows = await this.#options.cache.call('interactions.earlier', all);
    const { store } = this.#options;
    const here = store.liveIds.flatMap((id) => store.live(id)?.interaction ?? []);
    const known = [...(rows.ok ? rows.value.map(({ interaction }) => interaction) : []), ...here];
    return new Map(known.map(({ id, createdAt }) => [id, { id, createdAt }]));
  }

  async #cached({ before, count, allChannels }: Asked, { contactId, channel }: Interaction): Promise<Result<Earlier>> {
    await this.#options.writer.settle();
    const on = allChannels ? null : channel;
    const rows = await this.#options.cache.call('interactions.earlier', {
      contactId,
      before,
      channel: on,
      limit: count,
    });
    if (!rows.ok) return this.#troubled(rows.error, { sessions: [], hasEarlier: true });
    const sessions: Session[] = [];
    for (const { interaction } of rows.value) {
      const page = await this.#cachedPage(interaction.id);
      if (page.messages.length > 0) sessions.push({ interaction, ...page });
    }
    // Only the server knows whether that is all.
    return ok({ sessions, hasEarlier: true });
  }

  async #cachedPage(interactionId: string): Promise<Page> {
    const page = await this.#options.cache.call('messages.page', { interactionId, before: null, limit: FIRST_PAGE });
    if (page.ok) {
      const { messages, hasOlder } = page.value;
      return { messages: messages.map(this.#options.shown).sort(compareMessages), hasOlder };
    }
    this.#options.onTrouble(page.error);
    return { messages: [], hasOlder: true };
  }

  async #fetched(asked: Asked, { channel }: Interaction): Promise<Result<Earlier>> {
    const sessions: Session[] = [];
    let before = asked.before;
    let hasEarlier = true;
    while (sessions.length < asked.count && hasEarlier) {
      const limit = Math.min(MOST_SESSIONS, asked.count - sessions.length);
      const params = { interactionId: asked.interactionId, before, channel: asked.allChannels ? null : channel, limit };
      const answer = await this.#options.ask(params);
      if (!answer.ok) return answer;
      const brought = await this.#bring(answer.value.sessions);
      if (!brought.ok) return brought;
      sessions.push(...brought.value);
      const last = answer.value.sessions.at(-1);
      hasEarlier = answer.value.hasEarlier && last !== undefined;
      if (last) before = { createdAt: last.createdAt, id: last.id };
    }
    return ok({ sessions, hasEarlier });
  }

  /** Keeps sessions in the cache and answers with their newest messages. */
  async #bring(interactions: readonly Interaction[]): Promise<Result<Session[]>> {
    const sessions: Session[] = [];
    for (const interaction of interactions) {
      await this.#keep(interaction);
      const { id } = interaction;
      const page = await this.#options.older({ interactionId: id, before: Number.MAX_SAFE_INTEGER, limit: FIRST_PAGE });
      if (!page.ok) return page;
      sessions.push({ interaction, ...page.value });
      this.#options.writer.pending.interaction({
        interaction,
        live: false,
        stale: false,
        hasOlder: page.value.hasOlder,
      });
    }
    return ok(sessions);
  }

  /** A session that went on elsewhere since it was cached: what is cached of it is no run up to its end. */
  async #keep(interaction: Interaction): Promise<void> {
    const { cache, writer } = this.#options;
    await writer.settle();
    const known = await cache.call('interactions.get', { id: interaction.id });
    if (known.ok && known.value?.seq === interaction.seq) return;
    writer.pending.forget(interaction.id, Number.MAX_SAFE_INTEGER);
    writer.pending.interaction({ interaction, live: false, stale: false, hasOlder: true });
    await writer.settle();
  }

  #troubled<T>(refusal: Refusal, instead: T): Result<T> {
    this.#options.onTrouble(refusal);
    return ok(instead);
  }
}
