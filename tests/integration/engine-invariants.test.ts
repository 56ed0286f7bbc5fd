import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowTemplate, notification } from '#server/engine/sessions-testing.ts';
import { type EngineKit, sampleConfig, startEngine, statusWebhook, textWebhook } from '#server/engine/testing.ts';
import { viewersOf } from '#server/engine/visibility.ts';
import { rebuildProjections } from '#server/storage/rebuild.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import { DeskMirror } from '../support/desk-mirror.ts';

const SECOND = 1000;
const AGENTS = ['kaa', 'baloo', 'bagheera'];
const CUSTOMERS = ['4915550000001', '4915550000002', '4915550000003', '4915550000004'];

/** One thing that may happen; the numbers choose who and what. */
type Step = readonly [what: keyof typeof weights, a: number, b: number];

/** How often each thing happens among others: enough work that every stage is reached and left in every way. */
const weights = {
  write: 6,
  'write-again': 1,
  'write-late': 1,
  enter: 3,
  ready: 1,
  'not-ready': 1,
  'after-work': 1,
  disconnect: 1,
  cut: 1,
  return: 3,
  'log-out': 1,
  park: 1,
  accept: 10,
  reject: 2,
  send: 6,
  react: 2,
  refuse: 1,
  lose: 1,
  report: 4,
  done: 3,
  'wait-short': 2,
  'wait-offer': 1,
  'wait-long': 1,
  'wait-day': 1,
  begin: 3,
  opt: 1,
  restart: 1,
} as const;

const arbitraryStep = fc.tuple(
  fc.oneof(
    ...Object.entries(weights).map(([what, weight]) => ({
      arbitrary: fc.constant(what as keyof typeof weights),
      weight,
    })),
  ),
  fc.nat(99),
  fc.nat(99),
);

/** The engine under test with its desks, and everything it has ever said. */
class World {
  kit: EngineKit;
  readonly desks = AGENTS.map((agent) => new DeskMirror(agent));
  readonly #written: unknown[] = [];
  #count = 0;

  constructor(kit: EngineKit) {
    this.kit = kit;
  }

  /** Everybody is at work. */
  async open(): Promise<void> {
    await knowTemplate(this.kit);
    for (const desk of this.desks) await this.#enter(desk);
  }

  async take([what, a, b]: Step): Promise<void> {
    const { engine } = this.kit;
    const desk = this.desks[a % this.desks.length] as DeskMirror;
    this.#count += 1;
    switch (what) {
      case 'write':
      case 'write-late':
      case 'write-again':
        return this.#customer(what, a, b);
      case 'ready':
      case 'not-ready':
      case 'after-work':
        await engine.setAgentState(desk.agent, { state: what });
        return;
      case 'enter':
        return this.#enter(desk);
      case 'disconnect':
        desk.disconnect();
        return engine.deskDisconnected(desk.agent);
      case 'cut':
        // The server has not noticed yet.
        desk.disconnect();
        return;
      case 'return':
        await engine.deskConnected(desk.agent);
        return desk.connect(engine);
      case 'log-out':
        await engine.logOut(desk.agent);
        return;
      case 'park':
        await engine.logOut(desk.agent, { park: { workbin: 'parked' } });
        return;
      case 'accept':
      case 'reject':
        return this.#answerOffer(what, a);
      case 'send':
      case 'react':
      case 'done':
        return this.#work(what, a, b);
      case 'refuse':
        this.kit.sender.next({ outcome: 'refused', error: { code: '131026', title: 'test' } });
        return;
      case 'lose':
        this.kit.sender.next({ outcome: 'unknown', reason: 'test' });
        return;
      case 'report':
        return this.#report(a, b);
      case 'wait-short':
        return this.kit.advance((a + 1) * SECOND);
      case 'wait-offer':
        return this.kit.advance(30 * SECOND);
      case 'wait-long':
        return this.kit.advance(200 * SECOND);
      case 'wait-day':
        return this.kit.advance(24 * 3600 * SECOND);
      case 'begin':
        return this.#begin(desk.agent, pick(CUSTOMERS, b) ?? '');
      case 'opt':
        return this.#write(pick(CUSTOMERS, a) ?? '', this.kit.clock.now(), b % 2 ? 'STOP' : 'START');
      case 'restart':
        return this.#restart();
    }
  }

  async #enter(desk: DeskMirror): Promise<void> {
    await this.kit.engine.deskConnected(desk.agent);
    await desk.connect(this.kit.engine);
    await this.kit.engine.setAgentState(desk.agent, { state: 'ready' });
  }

  async #customer(what: 'write' | 'write-late' | 'write-again', a: number, b: number): Promise<void> {
    const now = this.kit.clock.now();
    const customer = pick(CUSTOMERS, a) ?? '';
    if (what === 'write') return this.#write(customer, now);
    if (what === 'write-late') return this.#write(customer, now - b * 1000 * SECOND);
    const again = pick(this.#written, b);
    if (again !== undefined) await this.kit.engine.receiveWebhook('jungle', again);
  }

  /** By whoever has an offer, as far as their desk knows: it may be gone already. */
  async #answerOffer(what: 'accept' | 'reject', a: number): Promise<void> {
    const offers = this.desks.flatMap(({ agent, interactions }) =>
      [...interactions.values()].flatMap(({ offer }) => (offer?.agent === agent ? [{ agent, id: offer.id }] : [])),
    );
    const offer = pick(offers, a);
    if (!offer) return;
    if (what === 'accept') await this.kit.engine.acceptOffer(offer.agent, offer.id);
    else await this.kit.engine.rejectOffer(offer.agent, offer.id);
  }

  /** By whoever has something in hand, as far as their desk knows. */
  async #work(what: 'send' | 'react' | 'done', a: number, b: number): Promise<void> {
    const held = this.desks.flatMap((desk) =>
      [...desk.interactions.values()].filter(({ agent }) => agent === desk.agent).map(({ id }) => ({ desk, id })),
    );
    const target = pick(held, a);
    if (!target) return;
    const { agent } = target.desk;
    const interactionId = target.id;
    if (what === 'done') {
      await this.kit.engine.markDone(agent, { interactionId, dispositionCode: null, note: null });
      return;
    }
    // As ULIDs do, ids grow in the order pressed.
    const id = `m${String(this.#count).padStart(6, '0')}`;
    const messages = [...target.desk.messages.values()].filter((message) => message.interactionId === interactionId);
    const reaction = { kind: 'reaction', messageId: pick(messages, b)?.id ?? '', emoji: b % 3 ? '👍' : '' } as const;
    const content = what === 'react' ? reaction : ({ kind: 'text', text: `answer ${this.#count}` } as const);
    await this.kit.engine.sendMessage(agent, { id, interactionId, content });
  }

  async #report(a: number, b: number): Promise<void> {
    const sent = pick(this.kit.sender.requests, a);
    const status = pick(['sent', 'delivered', 'read', 'failed'], b) ?? 'sent';
    if (!sent) return;
    const more = { biz_opaque_callback_data: sent.messageId };
    await this.kit.engine.receiveWebhook('jungle', statusWebhook(`wamid.out.${sent.messageId}`, status, more));
  }

  /** Refused or not: by consent, or because somebody has one. */
  async #begin(agent: string, number: string): Promise<void> {
    const id = `m${String(this.#count).padStart(6, '0')}`;
    const params = { id, target: { number }, channel: 'jungle', content: notification() };
    const begun = await this.kit.engine.startSession(agent, params);
    const again = await this.kit.engine.startSession(agent, params);
    expect(again.ok).toBe(begun.ok);
  }

  async #write(customer: string, at: number, text = `question ${this.#count}`): Promise<void> {
    const body = textWebhook(customer, text, { id: `wamid.in.${this.#count}` }, at);
    this.#written.push(body);
    await this.kit.engine.receiveWebhook('jungle', body);
  }

  async #restart(): Promise<void> {
    for (const desk of this.desks) desk.disconnect();
    await this.kit.engine.idle();
    this.kit = await this.kit.restart();
  }

  /** What must hold whatever has happened. */
  async check(): Promise<void> {
    await this.kit.engine.idle();
    const all = await this.kit.storage.read((tables) => tables.interactions.list({ limit: 1000 }));
    for (const interaction of all) this.#checkOwner(interaction);
    await this.#checkAbsences();
    const open = all.filter(({ stage }) => stage !== 'done').map(({ contactId }) => contactId);
    expect(new Set(open).size).toBe(open.length);
    for (const desk of this.desks) await this.#checkDesk(desk, all);
  }

  #checkOwner(interaction: Interaction): void {
    expectOwner(interaction);
    const { agent, offer } = interaction;
    expectPending(interaction);
    if (agent !== null) expect(this.kit.engine.agentStatus(agent).state).not.toBe('logged-out');
    if (!offer) return;
    expect(this.kit.engine.agentStatus(offer.agent).state).toBe('ready');
    expect(offer.deadline).toBeGreaterThan(this.kit.clock.now());
  }

  /** Nobody is waited for longer than the grace. */
  async #checkAbsences(): Promise<void> {
    const records = await this.kit.storage.read((tables) => tables.agents.all());
    for (const { status, deskLostAt } of records) {
      if (deskLostAt === null) continue;
      expect(status.state).not.toBe('logged-out');
      expect(this.kit.clock.now() - deskLostAt).toBeLessThan(180 * SECOND);
    }
  }

  async #checkDesk(desk: DeskMirror, all: readonly Interaction[]): Promise<void> {
    const held = all.filter(({ agent, offer }) => agent === desk.agent || offer?.agent === desk.agent);
    const { capacity } = this.kit.engine.agentStatus(desk.agent);
    expect(capacity.used).toBe(held.length);
    // Nobody is offered more than they may have; what agents begin themselves comes on top.
    const brought = held.filter(({ direction }) => direction === 'in');
    expect(brought.length).toBeLessThanOrEqual(capacity.allowed);
    if (!desk.online) return;
    const { storage } = this.kit;
    for (const interaction of held) {
      expect(desk.interactions.get(interaction.id)).toEqual(interaction);
      const messages = await storage.read((tables) => tables.messages.page(interaction.id, undefined, 200));
      for (const message of messages) expect(desk.messages.get(message.id)).toEqual(message);
    }
    for (const known of desk.interactions.values()) {
      const now = all.find(({ id }) => id === known.id);
      // What went to somebody else, the desk has seen go.
      if (!viewersOf(now).includes(desk.agent)) expect(viewersOf(known)).not.toContain(desk.agent);
    }
  }

  /** The log has no holes, and everything else can be made of it. */
  async checkLog(): Promise<void> {
    const { storage } = this.kit;
    const log = await storage.read((tables) => tables.events.after(0, 100_000));
    const last = new Map<string, number>();
    for (const { stream, seq } of log) {
      expect(seq).toBe((last.get(stream) ?? 0) + 1);
      last.set(stream, seq);
    }
    const before = await this.#everything();
    await rebuildProjections(storage);
    expect(await this.#everything()).toEqual(before);
  }

  #everything() {
    return this.kit.storage.read(async (tables) => {
      const interactions = await tables.interactions.list({ limit: 1000 });
      return {
        interactions,
        messages: await Promise.all(interactions.map(({ id }) => tables.messages.page(id, undefined, 1000))),
        contacts: await tables.contacts.search('', 1000),
        agents: (await tables.agents.all()).map(({ status }) => status),
      };
    });
  }
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)];
}

/** Who waits, waits since some moment; who does not, for nothing. */
function expectPending({ pendingSince, unanswered }: Interaction): void {
  expect(pendingSince !== null).toBe(unanswered > 0);
}

function expectOwner({ stage, queue, agent, offer, workbin }: Interaction): void {
  const owner = { queue: queue !== null, agent: agent !== null, offer: offer !== null, workbin: Boolean(workbin) };
  const expected = {
    queued: { queue: true, agent: false, offer: false, workbin: false },
    offered: { queue: true, agent: false, offer: true, workbin: false },
    assigned: { agent: true, offer: false, workbin: false },
    workbin: { agent: false, offer: false, workbin: true },
    done: { queue: false, agent: false, offer: false, workbin: false },
  };
  expect(owner).toMatchObject(expected[stage]);
}

describe('whatever customers, agents, the provider and the clock do', () => {
  it('every interaction has an owner, the log has no holes, and each desk knows what the server knows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryStep, { minLength: 40, maxLength: 150 }), async (schedule) => {
        const world = new World(await startEngine({ config: sampleConfig() }));
        try {
          await world.open();
          for (const each of schedule) {
            await world.take(each);
            await world.check();
          }
          await world.checkLog();
        } finally {
          await world.kit.stop();
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
