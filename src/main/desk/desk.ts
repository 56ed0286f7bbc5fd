import type { CommandParams } from '#shared/commands/catalogue.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { IpcParams, IpcResultValue } from '#shared/ipc/contract.ts';
import type { DeskUpdate, DeskView, Notice, PluginView } from '#shared/ipc/view.ts';
import type { Result } from '#shared/result.ts';
import type { DeskOptions, ServerTarget } from './desk-options.ts';

type Nothing = Record<string, never>;
type Page = IpcResultValue<'transcript.open'>;

const later = (): never => {
  throw new Error('The desk is not written yet');
};

/**
 * The agent's desk without its windows (API-1, UI-12): session, connection, cache, outbox and the picture pages show.
 * Never throws for what can be expected: each action ends in a `Result`.
 */
export class Desk {
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Restores a kept session and paints it from the cache, then connects. Resolves when `view()` shows what is known. */
  async start(): Promise<void> {
    void this.#options;
    later();
  }

  /** Writes what is pending and closes. The agent stays logged in at the server until its grace ends. */
  async stop(): Promise<void> {
    later();
  }

  /** The server has (another) address: used from the next attempt on, which is made now. */
  useServer(_server: ServerTarget): void {
    later();
  }

  /** Refused with `login-failed`, `login-locked`, `server-unreachable`, `already-signed-in`. */
  async logIn(_params: IpcParams<'session.log-in'>): Promise<Result<Nothing>> {
    return later();
  }

  /** Refused with `sends-waiting` while messages are on their way out. Forgets the kept session. */
  async logOut(): Promise<Result<Nothing>> {
    return later();
  }

  /** Whom the login page offers in trial mode; empty elsewhere. */
  async trialAgents(): Promise<Result<IpcResultValue<'session.trial-agents'>>> {
    return later();
  }

  /** The whole picture at this moment. */
  view(): DeskView {
    return later();
  }

  /** Calls `listener` with each update, at most one a tick, versions without holes. */
  onUpdate(_listener: (update: DeskUpdate) => void): Disposable {
    return later();
  }

  /** Newest messages of an interaction in transcript order, with what waits in the outbox. From the cache. */
  async openTranscript(_params: IpcParams<'transcript.open'>): Promise<Result<Page>> {
    return later();
  }

  /** Messages before `before`: from the cache, and from the server where the cache ends. */
  async olderMessages(_params: IpcParams<'transcript.older'>): Promise<Result<Page>> {
    return later();
  }

  /** The agent has this interaction in front, at its end; null: none. */
  async markSeen(_params: IpcParams<'interaction.seen'>): Promise<Result<Nothing>> {
    return later();
  }

  /** Keeps the composer's text over restarts. Brings no update: the page that typed it knows. */
  async setDraft(_params: IpcParams<'draft.set'>): Promise<Result<Nothing>> {
    return later();
  }

  async setAgentState(_params: CommandParams<'agent.set-state'>): Promise<Result<Nothing>> {
    return later();
  }

  /** Refused with `offer-gone`, `not-connected`. */
  async acceptOffer(_params: CommandParams<'interaction.accept'>): Promise<Result<Nothing>> {
    return later();
  }

  async rejectOffer(_params: CommandParams<'interaction.reject'>): Promise<Result<Nothing>> {
    return later();
  }

  /**
   * Stores the message in the outbox and answers with it, status `queued`; what follows comes as updates. Refused with
   * `thread-stale`, `not-yours`, `text-empty`, `disk-full` and the like.
   */
  async send(_params: CommandParams<'interaction.send'>): Promise<Result<Message>> {
    return later();
  }

  /** Sends a failed or unknown message's content again as a new message. Refused with `not-found`, `not-retryable`, `already-retried`. */
  async retry(_params: CommandParams<'interaction.retry'>): Promise<Result<Message>> {
    return later();
  }

  /** Takes a message that could not be sent off the transcript and the disk. Refused with `not-found`. */
  async discard(_params: { readonly messageId: string }): Promise<Result<Nothing>> {
    return later();
  }

  /** Refused with `sends-waiting` while messages of it wait in the outbox, `disposition-required`, `not-connected`. */
  async done(_params: CommandParams<'interaction.done'>): Promise<Result<Nothing>> {
    return later();
  }

  /** One interaction as it is known now; what command steps look at. */
  interaction(_id: string): Interaction | undefined {
    return later();
  }

  /** Server time, ms: this computer's clock corrected by what the server said. */
  serverNow(): number {
    return later();
  }

  /** Tries to connect now. */
  retryConnection(): void {
    later();
  }

  /** Shows a sentence to the agent; one with the same id is replaced. */
  notify(_notice: Omit<Notice, 'at'>): void {
    later();
  }

  dismissNotice(_params: IpcParams<'notice.dismiss'>): void {
    later();
  }

  setPlugins(_plugins: readonly PluginView[]): void {
    later();
  }

  setOptions(_options: Readonly<Record<string, string>>): void {
    later();
  }

  /** Asks the pages to show this interaction. */
  showInteraction(_interactionId: string): void {
    later();
  }
}
