import type { Message } from '#shared/domain/message.ts';
import { judge, type Press } from './judge.ts';
import { Chance } from './random.ts';
import { World } from './world.ts';

export interface FaultRunOptions {
  readonly seed: number;
  readonly sends: number;
  /** At most 5, the sample agent's capacity. */
  readonly conversations: number;
  /**
   * The provider also says, in its own words, that it is down after it took a message. The server takes such words for
   * a message that was not taken and sends again, so that this can double one.
   */
  readonly lyingProvider?: boolean;
}

type FaultName = 'desk' | 'server' | 'cut' | 'silence' | 'slow' | 'provider';

/** What came out of one run. */
export interface FaultReport extends FaultRunOptions {
  readonly problems: readonly string[];
  readonly faults: Readonly<Record<FaultName, number>>;
  /** Messages by what the desk shows of them at the end. */
  readonly shown: Readonly<Record<string, number>>;
  readonly stored: number;
  readonly unanswered: number;
  readonly milliseconds: number;
  /** The desk's log, for a run with problems. */
  readonly log: readonly string[];
}

/** How likely a fault is at each press of Send. */
const FAULTS: readonly (readonly [FaultName, number])[] = [
  ['desk', 0.07],
  ['server', 0.05],
  ['cut', 0.06],
  ['silence', 0.02],
  ['slow', 0.04],
  ['provider', 0.1],
];

const PROVIDER_FAULTS = [
  { status: 500, code: 2, after: 'before-effect' },
  { drop: true, after: 'before-effect' },
  { drop: true, after: 'after-effect' },
  { delayMs: 150, after: 'after-effect' },
  { status: 503, after: 'after-effect' },
] as const;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One shift in bad weather: everything is decided by the seed, and judged at the end (REL-1). */
export async function faultRun(options: FaultRunOptions): Promise<FaultReport> {
  const startedAt = performance.now();
  const world = await World.start();
  try {
    const run = new FaultRun(world, options);
    await run.begin();
    await run.press();
    return { ...options, ...(await run.end()), milliseconds: Math.round(performance.now() - startedAt) };
  } finally {
    await world.stop();
  }
}

class FaultRun {
  readonly #world: World;
  readonly #options: FaultRunOptions;
  readonly #chance: Chance;
  readonly #presses: Press[] = [];
  readonly #faults: Record<FaultName, number> = { desk: 0, server: 0, cut: 0, silence: 0, slow: 0, provider: 0 };
  readonly #problems: string[] = [];
  /** Interaction id by phone. */
  readonly #interactions = new Map<string, string>();
  /** Faults that are under way; each kind once at a time. */
  readonly #underWay = new Map<FaultName, Promise<void>>();

  constructor(world: World, options: FaultRunOptions) {
    this.#world = world;
    this.#options = options;
    this.#chance = new Chance(options.seed);
  }

  /** Customers write, and the desk has all of them. */
  async begin(): Promise<void> {
    await this.#world.logIn('kaa', 'trial');
    await until('the desk is ready', () => this.#world.makeReady());
    for (let n = 0; n < this.#options.conversations; n += 1) {
      await this.#world.stack.phones.write(`1614555${1000 + n}`, `Sample ${n}`, 'hello');
    }
    await until('all conversations are in hand', async () => {
      for (const { interaction, contact } of (await this.#world.view())?.interactions ?? []) {
        const phone = contact.identities.find((identity) => identity.type === 'wa-id')?.value;
        if (phone !== undefined && interaction.stage === 'assigned') this.#interactions.set(phone, interaction.id);
      }
      return this.#interactions.size === this.#options.conversations;
    });
  }

  /** The sends, with whatever happens meanwhile. */
  async press(): Promise<void> {
    const phones = [...this.#interactions.keys()];
    for (let n = 0; n < this.#options.sends; n += 1) {
      const conversation = phones[this.#chance.below(phones.length)] ?? '';
      this.#mayFail();
      if (this.#chance.happens(0.1)) this.#customerActs(conversation);
      await this.#pressOnce(conversation, `send-${this.#options.seed}-${n}`);
      await pause(this.#chance.below(30));
    }
  }

  /** Fair weather until everything has an end; then the verdict. */
  async end(): Promise<Omit<FaultReport, keyof FaultRunOptions | 'milliseconds'>> {
    await Promise.all(this.#underWay.values());
    await until('everything has an end', () => this.#isSettled(), 90_000).catch((error: unknown) => {
      this.#problems.push(String(error));
    });
    const phones = new Map<string, string[]>();
    const transcripts = new Map<string, readonly Message[]>();
    for (const [conversation, id] of this.#interactions) {
      transcripts.set(conversation, (await this.#world.transcript(id)) ?? []);
      phones.set(conversation, await this.#world.taken(conversation));
    }
    const problems = [...this.#problems, ...judge({ presses: this.#presses, phones, transcripts })];
    const ours = [...transcripts.values()].flat().filter((message) => message.direction === 'out');
    const shown: Record<string, number> = {};
    for (const { status } of ours) shown[status] = (shown[status] ?? 0) + 1;
    const count = (outcome: Press['outcome']) => this.#presses.filter((press) => press.outcome === outcome).length;
    return {
      problems,
      faults: this.#faults,
      shown,
      stored: count('stored'),
      unanswered: count('unanswered'),
      log: problems.length > 0 ? this.#world.logLines : [],
    };
  }

  async #pressOnce(conversation: string, text: string): Promise<void> {
    const interactionId = this.#interactions.get(conversation) ?? '';
    for (;;) {
      const answer = await this.#world.send(interactionId, text);
      if (answer?.ok) this.#presses.push({ text, conversation, outcome: 'stored' });
      else if (!answer) {
        this.#presses.push({ text, conversation, outcome: 'unanswered' });
        await this.#underWay.get('desk');
      } else if (answer.error.retryable) {
        // Nothing was stored: the agent reads what is missing, and presses again.
        await pause(50);
        continue;
      } else this.#problems.push(`${text} was refused: ${answer.error.code}`);
      return;
    }
  }

  #mayFail(): void {
    for (const [name, probability] of FAULTS) {
      if (!this.#chance.happens(probability)) continue;
      const delay = this.#chance.below(40);
      const length = this.#chance.below(300);
      const kind = this.#chance.below(PROVIDER_FAULTS.length);
      if (this.#underWay.has(name)) continue;
      this.#faults[name] += 1;
      const fault = pause(delay).then(() => this.#strike(name, length, kind));
      this.#underWay.set(
        name,
        fault.finally(() => this.#underWay.delete(name)),
      );
    }
  }

  async #strike(name: FaultName, length: number, kind: number): Promise<void> {
    const { proxy } = this.#world;
    switch (name) {
      case 'desk':
        return this.#world.killDesk(length);
      case 'server':
        return this.#world.killServer();
      case 'cut':
        return proxy.cut();
      case 'silence':
        // What is lost in a silence never comes: the connection has to be given up.
        proxy.setSilent(true);
        await pause(length);
        proxy.setSilent(false);
        return proxy.cut();
      case 'slow':
        proxy.setDelay(length / 2);
        await pause(length * 2);
        return proxy.setDelay(0);
      case 'provider':
        return this.#providerFault(kind);
    }
  }

  async #providerFault(kind: number): Promise<void> {
    const fault = kind === 4 && !this.#options.lyingProvider ? PROVIDER_FAULTS[0] : PROVIDER_FAULTS[kind];
    if (fault) await this.#world.stack.phones.fault({ path: '/*/messages', has: 'to', times: 1, ...fault });
  }

  #customerActs(conversation: string): void {
    const { phones } = this.#world.stack;
    const act = this.#chance.happens(0.5)
      ? phones.write(conversation, 'Sample', `customer ${this.#chance.below(1000)}`)
      : phones.read(conversation);
    act.catch((error: unknown) => this.#problems.push(`customer: ${String(error)}`));
  }

  /** Every message has a last word; the clock is moved where one waits for it. */
  async #isSettled(): Promise<boolean> {
    const view = await this.#world.view();
    if (view?.connection.state !== 'connected' || view.connection.queuedSends > 0) return false;
    if (view.interactions.some((interaction) => interaction.stale)) return false;
    const open = new Set(['queued', 'accepted', 'handed-over']);
    for (const id of this.#interactions.values()) {
      const messages = await this.#world.transcript(id);
      if (messages === undefined) return false;
      if (!messages.some((message) => open.has(message.status))) continue;
      await this.#world.stack.phones.advance(121);
      return false;
    }
    return true;
  }
}

/** Looks again until it holds; fails with `what` when it does not in time (ms). */
async function until(what: string, holds: () => Promise<boolean>, within = 20_000): Promise<void> {
  const end = performance.now() + within;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Not in time: ${what}`);
    await pause(100);
  }
}
