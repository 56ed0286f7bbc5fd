import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context, MovableClock } from './context.ts';
import { registerInbound } from './control/inbound.ts';
import { registerPhones } from './control/phones.ts';
import { controlRoute, done } from './control/route.ts';
import { registerScenarios } from './control/scenarios.ts';
import { registerTemplateControl } from './control/templates.ts';
import { registerWorld } from './control/world.ts';
import { MediaStore } from './graph/media-store.ts';
import { Pacing } from './graph/pacing.ts';
import { RateLimits } from './graph/rate-limits.ts';
import { registerGraph } from './graph/routes.ts';
import { TemplateReview } from './graph/template-review.ts';
import { TemplateStore } from './graph/template-store.ts';
import { createApp } from './http/app.ts';
import { installFaults } from './http/fault-hooks.ts';
import { Faults } from './http/faults.ts';
import { userIdOf } from './ids.ts';
import type { Log } from './log.ts';
import { BusinessNumbers } from './numbers.ts';
import { MessageFlow } from './phones/message-flow.ts';
import { PhoneBook } from './phones/phone-book.ts';
import { WindowBook } from './phones/window.ts';
import { scenarios } from './scenarios/index.ts';
import { ScenarioPlayer } from './scenarios/player.ts';
import { type SettingsInput, settingsSchema } from './settings.ts';
import { WebhookSender } from './webhooks/sender.ts';

export interface SimulatorOptions {
  readonly clock: MovableClock;
  readonly log: Log;
  /** Missing members get their defaults; throws when a member is wrong. */
  readonly settings?: SettingsInput;
}

/**
 * A stand-in for Meta's Cloud API and for customers' phones on loopback (SIM-1). All state is in memory and ends
 * with `stop()`.
 */
export class Simulator {
  readonly #context: Context;
  readonly #app: FastifyInstance;
  readonly #player: ScenarioPlayer;
  #baseUrl = '';

  constructor({ clock, log, settings = {} }: SimulatorOptions) {
    this.#context = buildContext(clock, log, settings, () => this.#baseUrl);
    this.#player = new ScenarioPlayer(this.#context);
    this.#app = createApp(log);
    installFaults(this.#app, this.#context.faults, clock);
    registerGraph(this.#app, this.#context);
    registerInbound(this.#app, this.#context);
    registerPhones(this.#app, this.#context);
    registerTemplateControl(this.#app, this.#context);
    registerWorld(this.#app, this.#context);
    registerScenarios(this.#app, this.#player);
    controlRoute(this.#app, {
      method: 'POST',
      path: '/reset',
      body: z.unknown(),
      handle: () => {
        this.#reset();
        return done();
      },
    });
  }

  /** Listens on loopback; answers the base address, without a slash at its end. */
  async start(): Promise<{ readonly url: string }> {
    const { port, scenario } = this.#context.settings;
    const chosen = scenario === undefined ? undefined : scenarios.get(scenario);
    if (scenario !== undefined && !chosen) throw new Error(`There is no scenario ${scenario}.`);
    this.#baseUrl = await this.#app.listen({ host: '127.0.0.1', port });
    if (chosen) this.#player.start(chosen);
    return { url: this.#baseUrl };
  }

  /** Ends all plans and connections; webhooks not yet taken are forgotten. */
  async stop(): Promise<void> {
    this.#player.stopAll();
    this.#context.flow.stop();
    this.#context.review.stop();
    this.#context.webhooks.stop();
    await this.#app.close();
  }

  #reset(): void {
    this.#player.stopAll();
    const { flow, review, pacing, webhooks, phones, windows, media, templates, limits, faults, numbers } =
      this.#context;
    for (const part of [flow, review, pacing, webhooks, phones, windows, media, templates, limits, faults, numbers])
      part.reset();
  }
}

function buildContext(clock: MovableClock, log: Log, input: SettingsInput, baseUrl: () => string): Context {
  const settings = settingsSchema.parse(input);
  const numbers = new BusinessNumbers(settings);
  const phones = new PhoneBook((waId) => userIdOf(settings.businessAccountId, waId));
  const callbackOf = (lane: string) => numbers.callbackOf(lane);
  const webhooks = new WebhookSender({ clock, log, settings, callbackOf });
  const templates = new TemplateStore(clock);
  const flow = new MessageFlow({ clock, settings, numbers, phones, webhooks });
  return {
    clock,
    log,
    settings,
    baseUrl,
    numbers,
    phones,
    webhooks,
    windows: new WindowBook(),
    media: new MediaStore(clock),
    templates,
    review: new TemplateReview({ clock, settings, templates, webhooks }),
    limits: new RateLimits(settings),
    flow,
    pacing: new Pacing(flow),
    faults: new Faults(),
  };
}
