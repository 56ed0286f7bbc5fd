import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { AgentStatus } from '#shared/domain/agent.ts';
import type { Consent } from '#shared/domain/consent.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { DeskSnapshot } from '#shared/protocol/frames.ts';
import type { MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import { ok, type Result } from '#shared/result.ts';
import type { EventBus } from '../bus/event-bus.ts';
import type { ChannelSender } from '../drivers/driver.ts';
import { readWebhook } from '../drivers/whatsapp/webhook.ts';
import { type FindLibraryFile, noLibraryFiles } from '../library/library-files.ts';
import type { Log } from '../log.ts';
import { OutboundSender } from '../outbound/outbound-sender.ts';
import { ReadSignals } from '../outbound/read-signals.ts';
import type { Storage } from '../storage/storage.ts';
import { AgentRoster } from './agent-roster.ts';
import { connectDesk, disconnectDesk, logOut, setAgentState } from './commands/agents.ts';
import { markDone } from './commands/done.ts';
import { acceptOffer, rejectOffer } from './commands/offers.ts';
import type { RoutingMemory } from './commands/routing-memory.ts';
import { acceptMessage } from './commands/send.ts';
import { sessionChoices } from './commands/session-choices.ts';
import { setConsent } from './commands/set-consent.ts';
import { startSession } from './commands/start-session.ts';
import type { EngineConfig } from './config.ts';
import type { Engine, EventBatch, WebhookReceipt } from './engine.ts';
import { Executor } from './executor.ts';
import { IdSource } from './id-source.ts';
import * as queries from './queries.ts';
import { readMarkOf, typingMarkOf } from './read-marks.ts';
import { receiveBatches } from './receive/receive-webhook.ts';
import { beginAnew, releaseFormerAgents, withdrawForbiddenOffers } from './start.ts';
import type { Unit } from './unit.ts';

export interface MessagingEngineOptions {
  readonly config: EngineConfig;
  /** Started by the caller, stopped by the engine's `stop` no more than by its `start`. */
  readonly storage: Storage;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly log: Log;
  /** The way to a channel's provider; undefined while it cannot send. */
  readonly senderOf: (channel: string) => ChannelSender | undefined;
  /** Files of the standard response library; without it there are none. */
  readonly files?: FindLibraryFile;
  /** The provider has told something of the channel's templates (WA-4). */
  readonly onTemplates?: (channel: string) => void;
}

/** The engine over a storage, a bus and the channels' drivers. What it does is in `commands/` and `receive/`. */
export class MessagingEngine implements Engine {
  readonly #options: MessagingEngineOptions;
  readonly #roster = new AgentRoster();
  readonly #executor: Executor;
  readonly #sender: OutboundSender;
  readonly #signals: ReadSignals;
  #config: EngineConfig;

  constructor(options: MessagingEngineOptions) {
    this.#options = options;
    this.#config = options.config;
    const { storage, bus, clock, log, senderOf, files = noLibraryFiles } = options;
    this.#sender = new OutboundSender({ execute: (work) => this.#executor.execute(work), senderOf, files, clock, log });
    this.#signals = new ReadSignals({ senderOf, clock, log });
    this.#executor = new Executor({
      storage,
      bus,
      clock,
      log,
      ids: new IdSource(clock),
      roster: this.#roster,
      config: () => this.#config,
      onToSend: (conversation) => this.#sender.kick(conversation),
      onTemplates: (channel) => options.onTemplates?.(channel),
    });
  }

  get serverId(): string {
    return this.#options.storage.serverId;
  }

  async start(): Promise<void> {
    this.#roster.adopt(await this.#options.storage.read((tables) => tables.agents.all()));
    await this.#executor.execute((unit) => beginAnew(unit, this.#executor.memory));
    for (const conversation of await this.#options.storage.read((tables) => tables.outbound.unsettled())) {
      this.#sender.kick(conversation);
    }
  }

  async stop(): Promise<void> {
    this.#signals.stop();
    await this.#sender.stop();
    await this.#executor.stop();
  }

  /**
   * Takes a new configuration: commands that begin from now on go by it, and each sees one from its beginning to its
   * end. Resolves when what follows from it is done: names, capacities, offers and work of agents who lost the right.
   */
  async reconfigure(config: EngineConfig): Promise<void> {
    this.#config = config;
    await this.#executor.execute((unit) => refreshAgents(unit, this.#executor.memory));
  }

  /** Resolves when nothing is under way: no command, no request to a provider. For tests and for draining. */
  async idle(): Promise<void> {
    await this.#executor.idle();
    await this.#sender.idle();
    await this.#signals.idle();
    await this.#executor.idle();
  }

  async deskConnected(agent: string): Promise<AgentStatus> {
    await this.#executor.execute((unit) => connectDesk(unit, agent));
    return this.agentStatus(agent);
  }

  async deskDisconnected(agent: string): Promise<void> {
    await this.#executor.execute((unit) => disconnectDesk(unit, this.#executor.memory, agent));
  }

  setAgentState(agent: string, params: MethodParams<'agent.set-state'>): Promise<Result<AgentStatus>> {
    return this.#executor.execute((unit) => setAgentState(unit, this.#executor.memory, agent, params));
  }

  async logOut(
    agent: string,
    { park }: MethodParams<'agent.log-out'> = {},
  ): Promise<Result<MethodResult<'agent.log-out'>>> {
    const { execute, memory } = this.#executor;
    await execute((unit) => logOut(unit, memory, agent, `${agent} logged out`, park?.workbin));
    return ok({});
  }

  async acceptOffer(agent: string, offerId: string): Promise<Result<InteractionSnapshot>> {
    const { execute, memory } = this.#executor;
    const accepted = await execute((unit) => acceptOffer(unit, memory, agent, offerId));
    return accepted.ok ? this.getInteraction(agent, accepted.value) : accepted;
  }

  rejectOffer(agent: string, offerId: string, missed = false): Promise<Result<MethodResult<'offer.reject'>>> {
    return this.#executor.execute((unit) => rejectOffer(unit, this.#executor.memory, agent, offerId, missed));
  }

  sendMessage(agent: string, params: MethodParams<'message.send'>): Promise<Result<Message>> {
    return this.#executor.execute((unit) => acceptMessage(unit, agent, params));
  }

  async markRead(
    agent: string,
    params: MethodParams<'message.mark-read'>,
  ): Promise<Result<MethodResult<'message.mark-read'>>> {
    const mark = await this.#options.storage.read((tables) => readMarkOf(tables, agent, params));
    if (!mark.ok) return mark;
    if (mark.value) this.#signals.read(mark.value);
    return ok({});
  }

  async showTyping(
    agent: string,
    params: MethodParams<'interaction.typing'>,
  ): Promise<Result<MethodResult<'interaction.typing'>>> {
    const { storage, clock } = this.#options;
    const mark = await storage.read((tables) => typingMarkOf(tables, agent, params, clock.now()));
    if (!mark.ok) return mark;
    if (mark.value) this.#signals.typing(mark.value);
    return ok({});
  }

  markDone(agent: string, params: MethodParams<'interaction.done'>): Promise<Result<MethodResult<'interaction.done'>>> {
    return this.#executor.execute((unit) => markDone(unit, this.#executor.memory, agent, params));
  }

  findContacts(params: MethodParams<'contact.find'>): Promise<Result<MethodResult<'contact.find'>>> {
    return this.#options.storage.read((tables) => queries.findContacts(tables, params));
  }

  async sessionChoices(
    agent: string,
    params: MethodParams<'session.choices'>,
  ): Promise<Result<MethodResult<'session.choices'>>> {
    const { storage, clock } = this.#options;
    const config = this.#config;
    return storage.read((tables) => sessionChoices({ tables, config, now: clock.now() }, agent, params));
  }

  async startSession(agent: string, params: MethodParams<'session.start'>): Promise<Result<InteractionSnapshot>> {
    const begun = await this.#executor.execute((unit) => startSession(unit, agent, params));
    return begun.ok ? this.getInteraction(agent, begun.value) : begun;
  }

  setConsent(agent: string, params: MethodParams<'contact.set-consent'>): Promise<Result<Consent>> {
    return this.#executor.execute((unit) => setConsent(unit, agent, params));
  }

  getInteraction(agent: string, interactionId: string): Promise<Result<InteractionSnapshot>> {
    return this.#executor.inOrder((tables) => queries.getInteraction(tables, agent, interactionId));
  }

  contactSessions(
    agent: string,
    params: MethodParams<'contact.sessions'>,
  ): Promise<Result<MethodResult<'contact.sessions'>>> {
    return this.#options.storage.read((tables) => queries.contactSessions(tables, agent, params));
  }

  transcriptPage(
    agent: string,
    params: MethodParams<'transcript.page'>,
  ): Promise<Result<MethodResult<'transcript.page'>>> {
    return this.#options.storage.read((tables) => queries.transcriptPage(tables, agent, params));
  }

  agentStatus(agent: string): AgentStatus {
    return queries.statusOf(this.#roster, this.#config, agent, this.#options.clock.now());
  }

  deskSnapshot(agent: string): Promise<{ readonly snapshot: DeskSnapshot; readonly cursor: number }> {
    return this.#executor.inOrder((tables) => queries.deskSnapshot(tables, this.agentStatus(agent)));
  }

  eventsAfter(agent: string, cursor: number): Promise<EventBatch | undefined> {
    return this.#executor.inOrder((tables) => queries.eventsAfter(tables, agent, cursor));
  }

  subscribe(agent: string, listener: (batch: EventBatch) => void): Disposable {
    return this.#options.bus.subscribe(({ perAgent, cursor }) => {
      const part = perAgent.find((entry) => entry.agent === agent);
      if (part) listener({ events: part.events, introduces: part.introduces, cursor });
    });
  }

  receiveWebhook(channel: string, body: unknown): Promise<WebhookReceipt> {
    const config = this.#config;
    const via = config.channels.find((entry) => entry.name === channel);
    if (!via) return Promise.reject(new Error(`channel ${channel} is in no section`));
    const { executeTogether: execute } = this.#executor;
    return receiveBatches({ config, via, batches: readWebhook(body), execute, log: this.#options.log });
  }
}

/** Agents' names, capacities and rights as the sections now say. */
async function refreshAgents(unit: Unit, memory: RoutingMemory): Promise<void> {
  for (const { status } of unit.agents()) unit.changeAgent(status.agent, {});
  await releaseFormerAgents(unit, memory);
  await withdrawForbiddenOffers(unit, memory);
}
