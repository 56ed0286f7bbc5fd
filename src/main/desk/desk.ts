import type { CommandParams } from '#shared/commands/catalogue.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { Contact } from '#shared/domain/contact.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { IpcParams, IpcResultValue } from '#shared/ipc/contract.ts';
import { withFavourite, withUse } from '#shared/ipc/response-habits.ts';
import type { DeskUpdate, DeskView, LockReason, Notice, PluginView, SessionView } from '#shared/ipc/view.ts';
import type { OptionReport } from '#shared/protocol/option-report.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { failedMessageOf } from './cache-notices.ts';
import type { OptionsInForce } from './changes.ts';
import { DeskCore } from './desk-core.ts';
import type { DeskOptions, ServerTarget } from './desk-options.ts';
import type { Library } from './library.ts';
import type { LibraryPicture } from './library-pictures.ts';
import type { OutboundSessions } from './outbound-sessions.ts';
import { Replies } from './replies.ts';
import { SessionLock } from './session-lock.ts';
import { SignIn, serverStarting } from './sign-in.ts';
import { takeSnapshot } from './take-snapshot.ts';

type Nothing = Record<string, never>;
type Page = IpcResultValue<'transcript.open'>;

/**
 * The agent's desk without its windows (API-1, UI-12): session, connection, cache, outbox and the picture pages show.
 * Never throws for what can be expected: each action ends in a `Result`.
 */
export class Desk {
  readonly #core: DeskCore;
  readonly #replies: Replies;
  readonly #signIn: SignIn;
  readonly #lock: SessionLock;

  constructor(options: DeskOptions) {
    this.#core = new DeskCore(options);
    this.#replies = new Replies(this.#core);
    this.#signIn = new SignIn(this.#core, this.#replies);
    this.#lock = new SessionLock(this.#core);
  }

  /** Restores a kept session and paints it from the cache, then connects. Resolves when `view()` shows what is known. */
  start(): Promise<void> {
    return this.#signIn.start();
  }

  /** Writes what is pending and closes. The agent stays logged in at the server until its grace ends. */
  stop(): Promise<void> {
    return this.#signIn.stop();
  }

  /**
   * The server has (another) address: used from the next attempt on, which is made now. A session of a server with
   * another key is left; one kept for this server is restored.
   */
  useServer(server: ServerTarget): void {
    this.#signIn.useServer(server).catch((error: unknown) => {
      this.#core.options.log.error({ err: error }, 'The desk could not move to the server');
    });
  }

  /** Refused with `login-failed`, `login-locked`, `server-unreachable`, `server-starting`, `already-signed-in`. */
  logIn(params: IpcParams<'session.log-in'>): Promise<Result<Nothing>> {
    return this.#signIn.logIn(params);
  }

  /** Refused with `sends-waiting` while messages are on their way out. Forgets the kept session. */
  logOut(): Promise<Result<Nothing>> {
    return this.#signIn.logOut();
  }

  /** Hides the session until the agent's password was given (UI-12). Refused with `not-signed-in`. */
  lock(reason: LockReason): Promise<Result<Nothing>> {
    return this.#lock.lock(reason);
  }

  /** Refused with `password-wrong`, `login-locked`, `not-verified`. */
  unlock(params: IpcParams<'session.unlock'>): Promise<Result<Nothing>> {
    return this.#lock.unlock(params);
  }

  /** Templates and standard responses (WA-4, UI-6). */
  get library(): Library {
    return this.#core.library;
  }

  /** A picture of the standard responses; undefined where there is none, or none may be shown now. */
  libraryPicture(name: string): Promise<LibraryPicture | undefined> {
    return this.#core.pictures.get(name);
  }

  /** Sessions the business begins (WA-9). */
  get outboundSessions(): OutboundSessions {
    return this.#core.outboundSessions;
  }

  /** Who works here, as pages are told. */
  get session(): SessionView {
    return this.#core.picture.session();
  }

  /** Whom the login page offers in trial mode; empty where the server is no trial one. */
  async trialAgents(): Promise<Result<IpcResultValue<'session.trial-agents'>>> {
    const { server } = this.#core;
    if (!server) return serverStarting;
    const agents = await this.#core.rest.trialAgents(server.url);
    return !agents.ok && agents.error.code === 'not-found' ? ok([]) : agents;
  }

  /** The whole picture at this moment. Updates with a higher version follow it. */
  view(): DeskView {
    return this.#core.picture.view();
  }

  /** Calls `listener` with each update, at most one a tick, versions without holes. */
  onUpdate(listener: (update: DeskUpdate) => void): Disposable {
    return this.#core.picture.onUpdate(listener);
  }

  /** An interaction on this desk. */
  interaction(id: string): Interaction | undefined {
    return this.#core.store.live(id)?.interaction;
  }

  /** Whom an interaction on this desk is with. */
  contactOf(id: string): Contact | undefined {
    return this.#core.store.live(id)?.contact;
  }

  /** Server time as well as it is known, ms (SRV-2). */
  serverNow(): number {
    return this.#core.time.now();
  }

  /** Newest messages of an interaction in transcript order, with what waits in the outbox. From the cache. */
  openTranscript(params: IpcParams<'transcript.open'>): Promise<Result<Page>> {
    return this.#core.transcripts.open(params);
  }

  /** Messages before `before`: from the cache, and from the server where the cache ends. */
  olderMessages(params: IpcParams<'transcript.older'>): Promise<Result<Page>> {
    return this.#core.transcripts.older(params);
  }

  /** Sessions before the one at hand, from the cache or from the server (UI-3). */
  earlierSessions(params: IpcParams<'transcript.earlier'>): Promise<Result<IpcResultValue<'transcript.earlier'>>> {
    return this.#core.history.earlier(params);
  }

  /** Search over everything cached of the interaction's contact (UI-3). */
  searchTranscript(params: IpcParams<'transcript.search'>): Promise<Result<IpcResultValue<'transcript.search'>>> {
    return this.#core.history.search(params);
  }

  /** The agent has this interaction in front, at its end; null: none. */
  async markSeen({ interactionId }: IpcParams<'interaction.seen'>): Promise<Result<Nothing>> {
    this.#core.store.setInFront(interactionId);
    return ok({});
  }

  /** The interaction whose end the agent sees in a window with the focus; null: none. Read marks go by it (WA-8). */
  setInView(interactionId: string | null): void {
    this.#core.signals.readMarks.view(interactionId);
  }

  /** The agent is typing in this interaction. Told to the customer where the medium has it, else forgotten. */
  async typed({ interactionId }: IpcParams<'composer.typing'>): Promise<Result<Nothing>> {
    this.#core.signals.typing.typed(interactionId);
    return ok({});
  }

  /**
   * Keeps the composer's text over restarts. Brings no update, since the page that typed it knows, unless `tell`: the
   * interaction is shown by another window next.
   */
  async setDraft({ interactionId, text }: IpcParams<'draft.set'>, { tell = false } = {}): Promise<Result<Nothing>> {
    this.#core.store.drafts.set(interactionId, text, { tell });
    return ok({});
  }

  /** Keeps the note begun for the end of the interaction, as `setDraft` does; it goes with that end. */
  async setNote({ interactionId, text }: IpcParams<'note.set'>, { tell = false } = {}): Promise<Result<Nothing>> {
    this.#core.store.notes.set(interactionId, text, { tell });
    return ok({});
  }

  /** Keeps what else is begun and not sent: in editors, as files behind the next text, before a session is begun. */
  async setUnfinished({ place, unfinished }: IpcParams<'unfinished.set'>): Promise<Result<Nothing>> {
    // What a page hands over late must not come to whoever signs in next.
    if (this.#core.session.isSignedIn) this.#core.store.unfinished.set(place, unfinished);
    return ok({});
  }

  /** Keeps how the agent arranged their list (UI-1). */
  async arrangeList(arrangement: IpcParams<'list.arrange'>): Promise<Result<Nothing>> {
    this.#core.arrangement.set(arrangement);
    return ok({});
  }

  /** Keeps that the agent used a standard response (UI-6). */
  async noteResponseUse({ id }: IpcParams<'response.used'>): Promise<Result<Nothing>> {
    const { responseHabits } = this.#core;
    responseHabits.set(withUse(responseHabits.current, id));
    return ok({});
  }

  /** Keeps a standard response among the agent's favourites, or takes it out. */
  async setFavourite({ id, on }: IpcParams<'response.favourite'>): Promise<Result<Nothing>> {
    const { responseHabits } = this.#core;
    responseHabits.set(withFavourite(responseHabits.current, id, on));
    return ok({});
  }

  async setAgentState(params: CommandParams<'agent.set-state'>): Promise<Result<Nothing>> {
    const { store, connection } = this.#core;
    const before = store.status.count;
    const answer = await connection.request('agent.set-state', params);
    if (!answer.ok) return answer;
    // An event that came in the meantime says the same, or something newer.
    if (store.status.count === before) store.status.set(answer.value);
    return ok({});
  }

  /** Refused with `offer-gone`, `not-connected`. */
  async acceptOffer({ offerId }: CommandParams<'interaction.accept'>): Promise<Result<Nothing>> {
    const answer = await this.#core.connection.request('offer.accept', { offerId });
    if (!answer.ok) return answer;
    takeSnapshot(this.#core.store, answer.value);
    this.#core.signals.readMarks.accepted(answer.value.interaction.id);
    return ok({});
  }

  rejectOffer({ offerId }: CommandParams<'interaction.reject'>): Promise<Result<Nothing>> {
    return this.#core.connection.request('offer.reject', { offerId });
  }

  /** The offer was not answered while its preview was shown: it goes back to its queue (UI-2). */
  missOffer(offerId: string): Promise<Result<Nothing>> {
    return this.#core.connection.request('offer.reject', { offerId, missed: true });
  }

  /**
   * Stores the message in the outbox and answers with it, status `queued`; what follows comes as updates. Refused with
   * `thread-stale`, `not-yours`, `not-accepted`, `text-empty`, `disk-full` and the like.
   */
  send(params: CommandParams<'interaction.send'>): Promise<Result<Message>> {
    return this.#replies.send(params);
  }

  /** Sends a failed or unknown message's content again as a new message. Refused with `not-found`, `not-retryable`, `already-retried`. */
  retry(params: CommandParams<'interaction.retry'>): Promise<Result<Message>> {
    return this.#replies.retry(params);
  }

  /** Takes a message that could not be sent off the transcript and the disk. Refused with `not-found`. */
  discard({ messageId }: { readonly messageId: string }): Promise<Result<Nothing>> {
    return this.#replies.discard(messageId);
  }

  /** Refused with `sends-waiting` while messages of it wait in the outbox, `disposition-required`, `not-connected`. */
  async done(params: CommandParams<'interaction.done'>): Promise<Result<Nothing>> {
    if (this.#core.outbox.hasQueued(params.interactionId)) {
      return refuse(
        'sends-waiting',
        'Messages of this conversation have not left yet. Mark it done when they have.',
        true,
      );
    }
    return this.#core.connection.request('interaction.done', params);
  }

  /** Tells the server what is wrong with this desk's option files (OPT-3). Refused with `not-connected`. */
  reportOptions(report: OptionReport): Promise<Result<Nothing>> {
    return this.#core.connection.request('options.report', report);
  }

  /** Tries to connect now. */
  retryConnection(): void {
    this.#core.connection.retryNow();
  }

  /** Shows a sentence to the agent; one with the same id is replaced. */
  notify(notice: Omit<Notice, 'at'>): void {
    this.#core.notices.add(notice);
  }

  /** A page shows a warning of its own: the others are told that there is one. */
  warned(): void {
    this.#core.picture.changes.warned();
  }

  /** A notice about a message that could not be sent goes together with the message, if no transcript shows it. */
  dismissNotice({ id }: IpcParams<'notice.dismiss'>): void {
    this.#core.notices.dismiss(id);
    const messageId = failedMessageOf(id);
    const row = messageId === undefined ? undefined : this.#core.outbox.row(messageId);
    if (!row || this.#core.store.live(row.interactionId)) return;
    this.#replies.discard(row.id).catch((error: unknown) => {
      this.#core.options.log.error({ err: error }, 'A failed message could not be removed');
    });
  }

  /** Tells the pages which interactions have a window of their own. */
  setPoppedOut(interactionIds: readonly string[]): void {
    this.#core.picture.setPoppedOut(interactionIds);
  }

  setPlugins(plugins: readonly PluginView[]): void {
    this.#core.picture.setPlugins(plugins);
  }

  /** Tells the pages what is in force now, for the desk and for each interaction. What the cache keeps goes by it too. */
  setOptions(options: OptionsInForce): void {
    this.#core.picture.setOptions(options);
    this.#core.trimming.look();
  }

  /** Asks the pages to show this interaction. */
  showInteraction(interactionId: string): void {
    this.#core.picture.changes.show(interactionId);
  }
}
