import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { IpcParams, IpcResultValue } from '#shared/ipc/contract.ts';
import type { MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import { ok, type Refusal, type Result } from '#shared/result.ts';
import { compareMessages } from '#shared/rules/ordering.ts';
import type { Cache } from '../cache/cache.ts';
import type { CacheWriter } from './cache-writer.ts';
import type { DeskStore } from './desk-store.ts';

/** Messages shown at once when a transcript is opened; older ones come by pages. */
const FIRST_PAGE = 200;

/** How often a page of older messages is fetched anew when messages changed while it was under way. */
const FETCHES = 3;

type Page = IpcResultValue<'transcript.open'>;

export interface TranscriptsOptions {
  readonly cache: Cache;
  readonly writer: CacheWriter;
  readonly store: DeskStore;
  /** Messages that wait on this desk. */
  readonly unsent: (interactionId: string) => readonly Message[];
  /** A message as pages show it. */
  readonly shown: (message: Message) => Message;
  readonly fetch: (params: MethodParams<'transcript.page'>) => Promise<Result<MethodResult<'transcript.page'>>>;
  /** The cache cannot be read. */
  readonly onTrouble: (refusal: Refusal) => void;
}

/** Pages of transcripts: from the cache, from the server where the cache ends, with what waits in the outbox (UI-3). */
export class Transcripts {
  readonly #options: TranscriptsOptions;
  #fetches = 0;

  constructor(options: TranscriptsOptions) {
    this.#options = options;
  }

  /** The server is asked for messages that will be put before those in the cache. */
  get isFetching(): boolean {
    return this.#fetches > 0;
  }

  /** The newest messages and those not yet sent, in transcript order. */
  async open({ interactionId }: IpcParams<'transcript.open'>): Promise<Result<Page>> {
    const { store } = this.#options;
    let page = await this.#cached(interactionId, null, FIRST_PAGE);
    if (page.messages.length === 0 && page.hasOlder) {
      const fetched = await this.#fetched({ interactionId, before: Number.MAX_SAFE_INTEGER, limit: FIRST_PAGE });
      if (fetched.ok) page = fetched.value;
    }
    store.remember(page.messages);
    const messages = [...this.#newest(interactionId, page.messages), ...this.#options.unsent(interactionId)];
    return ok({ messages: messages.map(this.#options.shown).sort(compareMessages), hasOlder: page.hasOlder });
  }

  /** Refused with `not-connected` and the like where the cache ends and the server cannot be asked. */
  async older(params: IpcParams<'transcript.older'>): Promise<Result<Page>> {
    const cached = await this.#cached(params.interactionId, params.before, params.limit);
    const page = cached.messages.length > 0 || !cached.hasOlder ? ok(cached) : await this.#fetched(params);
    if (!page.ok) return page;
    this.#options.store.remember(page.value.messages);
    const { messages, hasOlder } = page.value;
    const older = this.#newest(params.interactionId, messages).filter(isBefore(params.before));
    return ok({ messages: older.map(this.#options.shown), hasOlder });
  }

  /** A message in memory or in the cache. */
  async find(interactionId: string, id: string): Promise<Message | undefined> {
    const known = this.#options.store.message(interactionId, id);
    if (known) return known;
    const found = await this.#options.cache.call('messages.get', { ids: [id] });
    return found.ok ? found.value.find((message) => message.interactionId === interactionId) : undefined;
  }

  /** A message of this contact on this channel, also one of an earlier session that is in the cache. */
  async findOfContact({ id, contactId, channel }: Interaction, messageId: string): Promise<Message | undefined> {
    const { store, cache, writer } = this.#options;
    const known = store.messagesOf(id).get(messageId);
    if (known) return known;
    await writer.settle();
    const found = await cache.call('messages.get', { ids: [messageId] });
    const [message] = found.ok ? found.value : [];
    if (message?.channel !== channel) return undefined;
    const session = await cache.call('interactions.get', { id: message.interactionId });
    return session.ok && session.value?.contactId === contactId ? message : undefined;
  }

  async #cached(interactionId: string, before: number | null, limit: number): Promise<Page> {
    await this.#options.writer.settle();
    const page = await this.#options.cache.call('messages.page', { interactionId, before, limit });
    if (page.ok) return page.value;
    this.#options.onTrouble(page.error);
    return { messages: [], hasOlder: true };
  }

  /** The messages of a page as they are now, with newer ones that are not on disk yet. */
  #newest(interactionId: string, page: readonly Message[]): Message[] {
    const known = this.#options.store.messagesOf(interactionId);
    const messages = new Map(page.map((message) => [message.id, known.get(message.id) ?? message]));
    const oldest = Math.min(...page.map((message) => message.arrivalOrder));
    const from = Number.isFinite(oldest) ? oldest : 0;
    for (const message of known.values()) {
      if (message.arrivalOrder >= from) messages.set(message.id, message);
    }
    return [...messages.values()].sort(compareMessages);
  }

  async #fetched(params: MethodParams<'transcript.page'>): Promise<Result<Page>> {
    this.#fetches += 1;
    try {
      return await this.#fetch(params);
    } finally {
      this.#fetches -= 1;
    }
  }

  async #fetch(params: MethodParams<'transcript.page'>): Promise<Result<Page>> {
    const { store, writer } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const changesBefore = store.unknownChanges;
      const page = await this.#options.fetch(params);
      if (!page.ok) return page;
      // A message of this page may have changed after the server read it: its event found nothing here to change.
      if (changesBefore !== store.unknownChanges && attempt < FETCHES) continue;
      for (const message of page.value.messages) writer.pending.message(message);
      const entry = store.live(params.interactionId);
      if (entry && entry.hasOlder !== page.value.hasOlder) store.put({ ...entry, hasOlder: page.value.hasOlder });
      return page;
    }
  }
}

function isBefore(order: number): (message: Message) => boolean {
  return (message) => message.arrivalOrder < order;
}
