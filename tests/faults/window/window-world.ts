import { defaultLifecycle } from '#server/engine/config.ts';
import { knowTemplate } from '#server/engine/sessions-testing.ts';
import { type EngineKit, sampleConfig, startEngine, textWebhook } from '#server/engine/testing.ts';
import { ManualClock } from '#shared/clock.ts';
import { turns } from '../../../src/main/desk/testing/desk-under-test.ts';
import { Chance } from '../random.ts';
import { DriftingClock } from './drifting-clock.ts';
import type { Press } from './press.ts';
import { Provider } from './provider.ts';
import { type GivenBack, newDesk, type WindowDesk } from './window-desk.ts';
import { AGENT } from './wire.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const picture = async () => ({ path: '/map.png', mimeType: 'image/png', size: 1000, modifiedAt: 1 });

/** Server, provider, customers and one desk, with what was pressed and written. */
export class WindowWorld {
  readonly chance: Chance;
  readonly clock = new ManualClock();
  readonly pc: DriftingClock;
  readonly provider: Provider;
  readonly customers: readonly string[];
  readonly presses: Press[] = [];
  readonly givenBack: GivenBack[] = [];
  /** Every word that was typed or pressed. */
  readonly words = new Set<string>();
  readonly problems: string[] = [];
  kit: EngineKit;
  desk: WindowDesk;
  /** When each customer's window closes by the origin times the server was told. */
  readonly #closes = new Map<string, number>();

  #written = 0;
  #typed = 0;

  private constructor(seed: number) {
    this.chance = new Chance(seed);
    const { chance } = this;
    this.pc = new DriftingClock(this.clock, {
      drift: (chance.next() - 0.5) / 500,
      offset: Math.round((chance.next() - 0.5) * 6 * HOUR),
    });
    const weather = new Chance(chance.below(2 ** 31));
    this.provider = new Provider(this.clock, weather, (number) => this.closesAt(number));
    this.customers = ['4915550000001', '4915550000002'].slice(0, 1 + chance.below(2));
    this.kit = undefined as unknown as EngineKit;
    this.desk = undefined as unknown as WindowDesk;
  }

  static async begin(seed: number): Promise<WindowWorld> {
    const world = new WindowWorld(seed);
    const { chance, clock, provider } = world;
    // Mostly an agent who is missed keeps what is in hand, so that windows close over it.
    const deskGraceSeconds = chance.happens(0.8) ? 30 * 86_400 : 120;
    const config = sampleConfig({ lifecycle: { ...defaultLifecycle, deskGraceSeconds } });
    world.kit = await startEngine({ config, clock, sender: provider, files: picture });
    await knowTemplate(world.kit);
    world.desk = await newDesk({ kit: world.kit, clock: world.pc, chance, givenBack: world.givenBack });
    await world.connect();
    for (const customer of world.customers) await world.write(customer, 0);
    await turns();
    world.desk.acceptOffers();
    await turns();
    return world;
  }

  closesAt(customer: string): number {
    return this.#closes.get(customer) ?? 0;
  }

  /** The customer wrote `late` ms ago. */
  async write(customer: string, late: number): Promise<void> {
    const origin = Math.floor((this.clock.now() - late) / SECOND);
    this.#closes.set(customer, Math.max(this.closesAt(customer), origin * SECOND + DAY));
    this.#written += 1;
    const message = { id: `wamid.in.${this.#written}`, timestamp: String(origin) };
    await this.kit.engine.receiveWebhook('jungle', textWebhook(customer, 'hello', message, this.clock.now()));
  }

  nextWord(): number {
    this.#typed += 1;
    return this.#typed;
  }

  async connect(): Promise<void> {
    await this.desk.wire.connect();
    await this.kit.engine.setAgentState(AGENT.name, { state: 'ready' });
    await turns();
    this.desk.acceptOffers();
  }

  /** Moves true time on, in steps, so that what becomes due is done near its time. */
  async advance(milliseconds: number): Promise<void> {
    let left = milliseconds;
    for (let step = 0; step < 3 && left > 0; step += 1) {
      const now = step === 2 ? left : Math.min(left, 1 + this.chance.below(left));
      this.clock.advance(now);
      left -= now;
      await turns(2);
    }
  }

  async stop(): Promise<void> {
    this.desk.cache.isOver = true;
    this.desk.outbox.clear();
    await this.kit.stop();
  }
}
