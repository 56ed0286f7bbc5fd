import type { Disposable } from '#shared/disposable.ts';
import type { AgentStatus } from '#shared/domain/agent.ts';
import type { Consent } from '#shared/domain/consent.ts';
import type { LogEvent } from '#shared/domain/events.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { DeskSnapshot } from '#shared/protocol/frames.ts';
import type { MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import type { Result } from '#shared/result.ts';

/** Events one agent may see, in order of the log, with snapshots of the interactions that are new to them. */
export interface EventBatch {
  readonly events: readonly LogEvent[];
  readonly introduces: readonly InteractionSnapshot[];
  /** The log's position after this batch. */
  readonly cursor: number;
}

/**
 * The server's heart (SRV-2): every change goes through here one after the other, is on disk as events before the
 * promise resolves, and is then told to the desks concerned. All callers (socket, REST, webhooks, timers) use these
 * methods and nothing below them. Each method checks that the agent may do what is asked.
 */
export interface Engine {
  /** Names this database; a cursor of another one means nothing here. */
  readonly serverId: string;
  start(): Promise<void>;
  /** Takes no new work, finishes what is under way, closes. */
  stop(): Promise<void>;

  /** A desk of the agent is connected: they can be offered work once ready. */
  deskConnected(agent: string): Promise<AgentStatus>;
  /** No desk of the agent is connected any more: open offers are withdrawn at once, open interactions wait for the grace. */
  deskDisconnected(agent: string): Promise<void>;
  setAgentState(agent: string, params: MethodParams<'agent.set-state'>): Promise<Result<AgentStatus>>;
  logOut(agent: string, params?: MethodParams<'agent.log-out'>): Promise<Result<MethodResult<'agent.log-out'>>>;
  acceptOffer(agent: string, offerId: string): Promise<Result<InteractionSnapshot>>;
  /** `missed`: the agent did not answer, which counts as when the deadline passes. */
  rejectOffer(agent: string, offerId: string, missed?: boolean): Promise<Result<MethodResult<'offer.reject'>>>;
  sendMessage(agent: string, params: MethodParams<'message.send'>): Promise<Result<Message>>;
  /** Asks the provider to tell the customer, in its own time (WA-8). */
  markRead(
    agent: string,
    params: MethodParams<'message.mark-read'>,
  ): Promise<Result<MethodResult<'message.mark-read'>>>;
  showTyping(
    agent: string,
    params: MethodParams<'interaction.typing'>,
  ): Promise<Result<MethodResult<'interaction.typing'>>>;
  markDone(agent: string, params: MethodParams<'interaction.done'>): Promise<Result<MethodResult<'interaction.done'>>>;
  /** For whom an agent wants to write to; who may look is the caller's business. */
  findContacts(params: MethodParams<'contact.find'>): Promise<Result<MethodResult<'contact.find'>>>;
  /** The channels on which the agent may begin a session with somebody, and how things stand there (WA-9). */
  sessionChoices(
    agent: string,
    params: MethodParams<'session.choices'>,
  ): Promise<Result<MethodResult<'session.choices'>>>;
  /** Begins a session with its first message (WA-9). */
  startSession(agent: string, params: MethodParams<'session.start'>): Promise<Result<InteractionSnapshot>>;
  setConsent(agent: string, params: MethodParams<'contact.set-consent'>): Promise<Result<Consent>>;
  getInteraction(agent: string, interactionId: string): Promise<Result<InteractionSnapshot>>;
  contactSessions(
    agent: string,
    params: MethodParams<'contact.sessions'>,
  ): Promise<Result<MethodResult<'contact.sessions'>>>;
  transcriptPage(
    agent: string,
    params: MethodParams<'transcript.page'>,
  ): Promise<Result<MethodResult<'transcript.page'>>>;

  agentStatus(agent: string): AgentStatus;
  /** What the agent's desk shows, and the position of the log it stands for. */
  deskSnapshot(agent: string): Promise<{ readonly snapshot: DeskSnapshot; readonly cursor: number }>;
  /** What the agent missed after `cursor`; undefined when that is out of reach and a snapshot is due instead. */
  eventsAfter(agent: string, cursor: number): Promise<EventBatch | undefined>;
  /** Calls `listener` after each commit that concerns the agent, in order and without holes. */
  subscribe(agent: string, listener: (batch: EventBatch) => void): Disposable;

  /**
   * Stores everything a webhook body of the channel says (API-3); resolves when it is on disk. Never throws for
   * content: what cannot be understood is kept as `unsupported` or as a notice.
   */
  receiveWebhook(channel: string, body: unknown): Promise<WebhookReceipt>;
}

/** What became of one webhook, for log and metrics. */
export interface WebhookReceipt {
  readonly messages: number;
  readonly statuses: number;
  readonly duplicates: number;
  readonly notices: number;
  /** Of the notices: parts about a number or account that is not this channel's. */
  readonly foreign: number;
}
