import { pino } from 'pino';
import { ManualClock } from '#shared/clock.ts';
import type { LogEvent } from '#shared/domain/events.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import { textOf } from '#shared/domain/outbound.ts';
import { InProcessBus } from '../bus/in-process-bus.ts';
import type {
  ChannelSender,
  OutboundRequest,
  ReadSignal,
  SendOutcome,
  SignalOutcome,
  UploadFile,
  UploadOutcome,
} from '../drivers/driver.ts';
import type { FindLibraryFile } from '../library/library-files.ts';
import { SqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { type AgentConfig, type ChannelConfig, defaultLifecycle, type EngineConfig, WHATSAPP_MEDIA } from './config.ts';
import { MessagingEngine } from './messaging-engine.ts';

/** Says nothing. */
export const silentLog = pino({ level: 'silent' });

/** A channel with what tests do not care about filled in. */
export function sampleChannel(changes: Partial<ChannelConfig> = {}): ChannelConfig {
  return {
    name: 'jungle',
    displayName: 'Jungle',
    mediaType: WHATSAPP_MEDIA,
    displayNumber: '15550783881',
    phoneNumberIds: ['*'],
    businessAccountIds: ['*'],
    queue: 'support',
    graphUrl: 'http://127.0.0.1:1',
    apiVersion: 'v23.0',
    templateRefreshSeconds: 3600,
    accessToken: { reveal: () => 'token-of-tests' },
    appSecret: { reveal: () => 'secret-of-tests' },
    allowList: [],
    optInRequired: false,
    stopWords: ['STOP', 'OPT OUT'],
    startWords: ['START'],
    ...changes,
  };
}

export function sampleAgent(name: string, changes: Partial<AgentConfig> = {}): AgentConfig {
  return { name, displayName: name.toUpperCase(), groups: [], skills: [], capacityRule: 'chat', ...changes };
}

/** Three agents, one queue, one channel. */
export function sampleConfig(changes: Partial<EngineConfig> = {}): EngineConfig {
  return {
    serverName: 'test-server',
    channels: [sampleChannel()],
    queues: [
      {
        name: 'support',
        displayName: 'Support',
        priority: 5,
        channels: [],
        keywords: [],
        skills: [],
        agents: [],
        groups: [],
        overflow: null,
        outboundSessionConfig: '',
      },
    ],
    agents: [sampleAgent('kaa'), sampleAgent('baloo'), sampleAgent('bagheera')],
    grants: null,
    capacityRules: [{ name: 'chat', media: { [WHATSAPP_MEDIA]: 2 } }],
    lifecycle: defaultLifecycle,
    dispositions: [],
    dispositionMandatory: false,
    dispositionKey: 'DispositionCode',
    notReadyReasonMandatory: false,
    maxTextBytes: 4096,
    outboundChannels: null,
    responses: [],
    ...changes,
  };
}

/** A provider that does as it is told: answers in turn, and by default takes everything. */
export class ScriptedSender implements ChannelSender {
  readonly requests: OutboundRequest[] = [];
  readonly signals: ReadSignal[] = [];
  readonly uploads: { readonly from: string | null; readonly file: UploadFile }[] = [];
  /** What uploads are answered with; taken when empty. */
  readonly uploadAnswers: UploadOutcome[] = [];
  /** What signals are answered with; taken when empty. */
  readonly signalAnswers: SignalOutcome[] = [];
  readonly #script: ((request: OutboundRequest) => SendOutcome | Promise<SendOutcome>)[] = [];

  /** The next request is answered so. */
  next(answer: SendOutcome | ((request: OutboundRequest) => SendOutcome | Promise<SendOutcome>)): void {
    this.#script.push(typeof answer === 'function' ? answer : () => answer);
  }

  async send(request: OutboundRequest): Promise<SendOutcome> {
    this.requests.push(request);
    const answer = this.#script.shift();
    return answer ? answer(request) : { outcome: 'accepted', providerId: `wamid.out.${request.messageId}` };
  }

  async signal(signal: ReadSignal): Promise<SignalOutcome> {
    this.signals.push(signal);
    return this.signalAnswers.shift() ?? 'taken';
  }

  async upload(from: string | null, file: UploadFile): Promise<UploadOutcome> {
    this.uploads.push({ from, file });
    return this.uploadAnswers.shift() ?? { outcome: 'uploaded', mediaId: `media-${this.uploads.length}` };
  }

  texts(): readonly string[] {
    return this.requests.map((request) => textOf(request.content));
  }
}

/** What one desk was told. */
export interface Told {
  readonly events: LogEvent[];
  readonly introduces: InteractionSnapshot[];
}

export interface EngineKit {
  readonly engine: MessagingEngine;
  readonly storage: SqliteStorage;
  readonly clock: ManualClock;
  readonly sender: ScriptedSender;
  /** Connects the agent's desk, listens and makes them ready. */
  ready(agent: string): Promise<Told>;
  listen(agent: string): Told;
  /** A customer's text, as the provider would tell of it. */
  write(from: string, text: string, changes?: Record<string, unknown>): Promise<string>;
  /** Moves the clock and waits for what that starts. */
  advance(milliseconds: number): Promise<void>;
  /** A new engine over the same records, as after a stop; the agents' desks are gone. */
  restart(): Promise<EngineKit>;
  stop(): Promise<void>;
}

export interface EngineKitOptions {
  readonly config?: EngineConfig;
  readonly file?: string;
  /** Records that are open already. */
  readonly storage?: SqliteStorage;
  readonly clock?: ManualClock;
  readonly sender?: ScriptedSender;
  readonly files?: FindLibraryFile;
  readonly onTemplates?: (channel: string) => void;
}

/** A real engine over real SQLite, with time and provider in the test's hands. */
export async function startEngine(options: EngineKitOptions = {}): Promise<EngineKit> {
  const clock = options.clock ?? new ManualClock();
  const sender = options.sender ?? new ScriptedSender();
  const storage = options.storage ?? new SqliteStorage({ file: options.file ?? ':memory:' });
  if (!options.storage) await storage.start();
  const bus = new InProcessBus({ log: silentLog });
  const config = options.config ?? sampleConfig();
  const { files, onTemplates } = options;
  const engine = new MessagingEngine({
    ...{ config, storage, bus, clock, log: silentLog, senderOf: () => sender },
    ...(files ? { files } : {}),
    ...(onTemplates ? { onTemplates } : {}),
  });
  await engine.start();
  const listen = (agent: string): Told => {
    const told: Told = { events: [], introduces: [] };
    engine.subscribe(agent, (batch) => {
      told.events.push(...batch.events);
      told.introduces.push(...batch.introduces);
    });
    return told;
  };
  return {
    engine,
    storage,
    clock,
    sender,
    listen,
    async ready(agent) {
      const told = listen(agent);
      await engine.deskConnected(agent);
      await engine.setAgentState(agent, { state: 'ready' });
      return told;
    },
    async write(from, text, changes) {
      const id = `wamid.in.${nextInbound()}`;
      await engine.receiveWebhook('jungle', textWebhook(from, text, { id, ...changes }, clock.now()));
      return id;
    },
    async advance(milliseconds) {
      clock.advance(milliseconds);
      await engine.idle();
    },
    async restart() {
      await engine.stop();
      return startEngine({ ...options, config, storage, clock, sender });
    },
    async stop() {
      await engine.stop();
      await storage.stop();
    },
  };
}

let inbound = 0;

function nextInbound(): number {
  inbound += 1;
  return inbound;
}

/** The body of a webhook with one text. */
export function textWebhook(from: string, text: string, message: Record<string, unknown>, now: number) {
  return webhook({
    contacts: [{ profile: { name: `Customer ${from}` }, wa_id: from }],
    messages: [{ from, timestamp: String(Math.floor(now / 1000)), type: 'text', text: { body: text }, ...message }],
  });
}

/** A webhook body around the members of one `value`. */
export function webhook(value: Record<string, unknown>, field = 'messages') {
  const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };
  const change = { value: { messaging_product: 'whatsapp', metadata, ...value }, field };
  return { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [change] }] };
}

/** The offer an agent was told of last. */
export function lastOffer(told: Told): { readonly offerId: string; readonly interactionId: string } {
  const event = told.events.findLast((entry) => entry.kind === 'interaction.offered');
  if (event?.kind !== 'interaction.offered') throw new Error('nothing was offered');
  return { offerId: event.data.id, interactionId: event.stream.slice('interaction:'.length) };
}

/** An interaction of a customer who wrote `Hello`, in the agent's hands. */
export async function assigned(kit: EngineKit, agent: string, from = '4915550000001'): Promise<string> {
  const told = await kit.ready(agent);
  await kit.write(from, 'Hello');
  const { offerId, interactionId } = lastOffer(told);
  await kit.engine.acceptOffer(agent, offerId);
  return interactionId;
}

/** A status report about a message, as the provider would tell of it. */
export function statusWebhook(id: string, status: string, more: Record<string, unknown> = {}) {
  return webhook({ statuses: [{ id, status, timestamp: '1767600000', recipient_id: '4915550000001', ...more }] });
}
