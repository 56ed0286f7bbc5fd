import { Timers } from '../timers.ts';
import { attemptDelivery, type Delivery, type DeliveryPostOptions, type SignatureKind } from './delivery.ts';
import { escapeJson } from './escape.ts';
import type { PostOutcome } from './post-bytes.ts';

/** What is to be posted. `json` is JSON text; it is escaped as Meta does unless `verbatim`. */
export interface WebhookRequest {
  readonly lane: string;
  readonly json: string;
  readonly verbatim?: boolean;
  readonly signature?: SignatureKind;
}

interface Lane {
  readonly name: string;
  readonly waiting: Delivery[];
  /** A post is under way, or a pause after silence. */
  busy: boolean;
  /** Posts in a row that got no answer at all. */
  silent: number;
}

const keptDeliveries = 2000;
/** How long webhooks are collected before the newest leaves first. */
const reorderHoldMs = 250;

/**
 * Posts signed webhooks and repeats them with growing pauses until answered 200 (31-cloud-api section 11).
 * While the business does not answer at all, its lane waits, so order is kept over a restart; a webhook that is
 * answered with another status is repeated by itself, so that one the business cannot take holds up no other.
 */
export class WebhookSender {
  readonly #options: DeliveryPostOptions;
  readonly #lanes = new Map<string, Lane>();
  readonly #deliveries = new Map<string, Delivery>();
  readonly #pauses: Timers;
  readonly #abort = new AbortController();
  #count = 0;

  constructor(options: DeliveryPostOptions) {
    this.#options = options;
    this.#pauses = new Timers(options.clock);
  }

  /** Queues a webhook (twice when duplicates are asked for); answers its id. */
  send(request: WebhookRequest): string {
    const id = this.#enqueue(request);
    if (this.#options.settings.behaviour.duplicate) this.#enqueue(request);
    return id;
  }

  /** Ends all pauses: for a receiver that has just come, or come back. */
  flush(): void {
    this.#pauses.flush();
  }

  /** The latest webhooks, oldest first. */
  deliveries(): readonly Delivery[] {
    return [...this.#deliveries.values()];
  }

  pending(): number {
    return this.deliveries().filter((delivery) => delivery.state === 'pending').length;
  }

  /** Forgets everything, also what is not yet delivered. */
  reset(): void {
    this.#pauses.clear();
    for (const delivery of this.#deliveries.values()) {
      if (delivery.state === 'pending') delivery.state = 'dropped';
    }
    this.#lanes.clear();
    this.#deliveries.clear();
  }

  stop(): void {
    this.#abort.abort();
    this.#pauses.stop();
    this.reset();
  }

  #enqueue(request: WebhookRequest): string {
    this.#count += 1;
    const delivery: Delivery = {
      id: `webhook-${this.#count}`,
      lane: request.lane,
      createdAt: this.#options.clock.now(),
      body: request.verbatim ? request.json : escapeJson(request.json),
      signature: request.signature ?? 'valid',
      attempts: [],
      state: 'pending',
    };
    this.#deliveries.set(delivery.id, delivery);
    this.#forgetOld();
    const lane = this.#laneOf(request.lane);
    lane.waiting.push(delivery);
    if (this.#options.settings.behaviour.reorder) this.#pauses.after(reorderHoldMs, () => this.#pump(lane));
    else this.#pump(lane);
    return delivery.id;
  }

  #laneOf(name: string): Lane {
    const lane = this.#lanes.get(name) ?? { name, waiting: [], busy: false, silent: 0 };
    this.#lanes.set(name, lane);
    return lane;
  }

  #pump(lane: Lane): void {
    if (lane.busy || this.#isGone(lane)) return;
    const delivery = this.#options.settings.behaviour.reorder ? lane.waiting.at(-1) : lane.waiting[0];
    if (!delivery) return;
    lane.busy = true;
    void this.#attempt(delivery).then((outcome) => this.#settle(lane, delivery, outcome));
  }

  #settle(lane: Lane, delivery: Delivery, outcome: PostOutcome): void {
    if (this.#isGone(lane)) return;
    if ('error' in outcome && delivery.state === 'pending') {
      lane.silent += 1;
      this.#pauses.after(this.#pauseAfter(lane.silent), () => this.#release(lane));
      return;
    }
    lane.silent = 0;
    lane.waiting.splice(lane.waiting.indexOf(delivery), 1);
    this.#repeatLater(delivery);
    this.#release(lane);
  }

  #release(lane: Lane): void {
    lane.busy = false;
    this.#pump(lane);
  }

  /** After a reset a post may still come back; its lane is then no longer ours. */
  #isGone(lane: Lane): boolean {
    return this.#abort.signal.aborted || this.#lanes.get(lane.name) !== lane;
  }

  #repeatLater(delivery: Delivery): void {
    if (delivery.state !== 'pending') return;
    this.#pauses.after(this.#pauseAfter(delivery.attempts.length), () => {
      void this.#attempt(delivery).then(() => this.#repeatLater(delivery));
    });
  }

  #attempt(delivery: Delivery): Promise<PostOutcome> {
    return attemptDelivery(this.#options, delivery, this.#abort.signal);
  }

  #pauseAfter(failures: number): number {
    const { webhookFirstPauseMs, webhookLongestPauseMs } = this.#options.settings.timings;
    return Math.min(webhookFirstPauseMs * 2 ** Math.min(failures - 1, 20), webhookLongestPauseMs);
  }

  #forgetOld(): void {
    for (const [id, delivery] of this.#deliveries) {
      if (this.#deliveries.size <= keptDeliveries) return;
      if (delivery.state !== 'pending') this.#deliveries.delete(id);
    }
  }
}
