import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { DeskChange, DeskUpdate, DeskView, InteractionView, SessionView } from '#shared/ipc/view.ts';
import type { DeskClient } from '../ipc/desk-client.ts';
import { applyUpdate, fromView, withInteraction, withTranscript } from './desk-model.ts';
import type { DeskStore } from './desk-store.ts';
import { DraftBook } from './draft-book.ts';
import * as transcripts from './transcript.ts';
import type { UnfinishedSync } from './unfinished-sync.ts';

/** How long to wait before a picture that was refused is asked for again, ms. */
const RETRY_AFTER = 1000;
const OLDER_PAGE = 100;

function isOver({ phase }: SessionView): boolean {
  return phase === 'signed-out';
}

export interface DeskSyncOptions {
  readonly client: DeskClient;
  readonly store: DeskStore;
  readonly clock: Clock;
  readonly unfinished: Pick<UnfinishedSync, 'isNewer' | 'over' | 'forget'>;
  /** Main wants this interaction in front. */
  readonly onShow: (interactionId: string) => void;
}

/**
 * Keeps the store equal to main's picture: the whole of it once, then updates by version. An update that is not the
 * next one means that some were missed, so the whole picture is asked for again; anything older than what is shown is
 * dropped.
 */
export class DeskSync {
  readonly #options: DeskSyncOptions;
  readonly #drafts = new DraftBook();
  readonly #notes = new DraftBook();
  /** Updates that came while a picture was awaited. */
  #held: DeskUpdate[] = [];
  #fetching = false;
  #unsubscribe: (() => void) | undefined;
  #retry: Disposable | undefined;
  /** Number of the last request for each transcript; an answer to an earlier one is late. */
  readonly #requests = new Map<string, number>();

  constructor(options: DeskSyncOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#unsubscribe) return;
    this.#unsubscribe = this.#options.client.onUpdates((updates) => this.#receive(updates));
    void this.#fetch();
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#retry?.dispose();
  }

  /** Asks for an interaction's messages unless they are here or on the way. */
  async openTranscript(interactionId: string): Promise<void> {
    const state = this.#model.transcripts.get(interactionId)?.state;
    if (state === 'ready' || state === 'loading') return;
    await this.#readTranscript(interactionId);
  }

  /** Asks for the messages before the oldest one here. */
  async loadOlder(interactionId: string): Promise<void> {
    const transcript = this.#model.transcripts.get(interactionId);
    const before = transcript && transcripts.oldestArrival(transcript);
    if (transcript?.state !== 'ready' || transcript.loadingOlder || before === undefined) return;
    this.#setTranscript(interactionId, { ...transcript, loadingOlder: true, error: null });
    const request = this.#number(interactionId);
    const result = await this.#options.client.request('transcript.older', { interactionId, before, limit: OLDER_PAGE });
    const current = this.#awaited(interactionId, request);
    if (!current) return;
    this.#setTranscript(
      interactionId,
      result.ok ? transcripts.extended(current, result.value) : transcripts.refused(current, result.error),
    );
  }

  /** Keeps the composer's text: here at once, and with main over restarts. */
  setDraft(interactionId: string, text: string): void {
    const view = this.#model.interactions.get(interactionId);
    this.#drafts.write(interactionId, text, view?.draft ?? '', this.#options.clock.now());
    if (view) this.#options.store.setState(withInteraction(this.#model, { ...view, draft: text }), true);
    void this.#options.client.request('draft.set', { interactionId, text });
  }

  /** Keeps the note that is begun, as a draft is kept; it goes with the end of the interaction. */
  setNote(interactionId: string, text: string): void {
    const view = this.#model.interactions.get(interactionId);
    this.#notes.write(interactionId, text, view?.note ?? '', this.#options.clock.now());
    if (view) this.#options.store.setState(withInteraction(this.#model, { ...view, note: text }), true);
    void this.#options.client.request('note.set', { interactionId, text });
  }

  /** With the draft and the note this page knows, where main's are older. */
  #withDraft(view: InteractionView): InteractionView {
    const { id } = view.interaction;
    const now = this.#options.clock.now();
    const draft = this.#drafts.resolve(id, view.draft, now);
    const note = this.#notes.resolve(id, view.note, now);
    return draft === view.draft && note === view.note ? view : { ...view, draft, note };
  }

  /** The changes with what this page knows better than main yet. */
  #withOwn(changes: readonly DeskChange[]): DeskChange[] {
    const { unfinished } = this.#options;
    if (changes.some((change) => change.type === 'session' && isOver(change.session))) unfinished.forget();
    return changes
      .filter((change) => change.type !== 'unfinished' || !unfinished.isNewer(change.place))
      .map((change) =>
        change.type === 'interaction' ? { ...change, interaction: this.#withDraft(change.interaction) } : change,
      );
  }

  get #model() {
    return this.#options.store.getState();
  }

  #receive(updates: readonly DeskUpdate[]): void {
    if (this.#fetching || !this.#model.loaded) {
      this.#held.push(...updates);
      return;
    }
    this.#held = this.#follow(updates);
    if (this.#held.length > 0) void this.#fetch();
  }

  /** Applies the updates up to where one is missing, those that are known left out; the rest of them. */
  #follow(updates: readonly DeskUpdate[]): DeskUpdate[] {
    const news = updates.filter(({ version }) => version > this.#model.version);
    const hole = news.findIndex(({ version }, index) => version !== this.#model.version + 1 + index);
    const end = hole === -1 ? news.length : hole;
    this.#apply(news.slice(0, end));
    return news.slice(end);
  }

  /** One change of the store, however many updates: everything on the page looks at each. */
  #apply(updates: readonly DeskUpdate[]): void {
    if (updates.length === 0) return;
    const next = updates.reduce(
      (model, update) => applyUpdate(model, { ...update, changes: this.#withOwn(update.changes) }),
      this.#model,
    );
    this.#options.store.setState(next, true);
    for (const change of updates.flatMap(({ changes }) => changes)) {
      if (change.type === 'show-interaction') this.#options.onShow(change.interactionId);
      if (change.type === 'transcript-reset' && this.#model.transcripts.has(change.interactionId)) {
        void this.#readTranscript(change.interactionId);
      }
    }
  }

  async #fetch(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    const result = await this.#options.client.request('desk.view', {});
    this.#fetching = false;
    if (!this.#unsubscribe) return;
    if (!result.ok) {
      if (!this.#model.loaded) this.#options.store.setState({ fault: result.error });
      this.#fetchLater();
      return;
    }
    this.#show(result.value);
  }

  #show(view: DeskView): void {
    const again = this.#model.loaded;
    if (view.version >= this.#model.version) {
      if (isOver(view.session)) this.#options.unfinished.forget();
      const interactions = view.interactions.map((entry) => this.#withDraft(entry));
      const unfinished = this.#options.unfinished.over(view.unfinished);
      this.#options.store.setState(fromView({ ...view, interactions, unfinished }, this.#model), true);
    }
    // Messages may have been missed as well.
    if (again) for (const id of this.#model.transcripts.keys()) void this.#readTranscript(id);
    this.#held = this.#follow(this.#held.sort((a, b) => a.version - b.version));
    if (this.#held.length > 0) this.#fetchLater();
  }

  #fetchLater(): void {
    this.#retry?.dispose();
    this.#retry = this.#options.clock.after(RETRY_AFTER, () => void this.#fetch());
  }

  async #readTranscript(interactionId: string): Promise<void> {
    this.#setTranscript(interactionId, transcripts.reloading(this.#model.transcripts.get(interactionId)));
    const request = this.#number(interactionId);
    const result = await this.#options.client.request('transcript.open', { interactionId });
    const current = this.#awaited(interactionId, request);
    if (!current) return;
    this.#setTranscript(
      interactionId,
      result.ok ? transcripts.opened(current, result.value) : transcripts.refused(current, result.error),
    );
  }

  #number(interactionId: string): number {
    const next = (this.#requests.get(interactionId) ?? 0) + 1;
    this.#requests.set(interactionId, next);
    return next;
  }

  /** The transcript an answer is for; undefined when a later request is out or the interaction is gone. */
  #awaited(interactionId: string, request: number): transcripts.Transcript | undefined {
    if (this.#requests.get(interactionId) !== request) return undefined;
    return this.#model.transcripts.get(interactionId);
  }

  #setTranscript(interactionId: string, transcript: transcripts.Transcript): void {
    this.#options.store.setState(withTranscript(this.#model, interactionId, transcript), true);
  }
}
