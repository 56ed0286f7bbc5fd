import type { Clock } from '#shared/clock.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { type PostOutcome, postBytes } from './post-bytes.ts';
import { signBody } from './signature.ts';

/** How a webhook is signed; the wrong ways are for trying the receiver's refusals. */
export type SignatureKind = 'valid' | 'wrong' | 'missing';

/** One try to deliver a webhook. */
export interface Attempt {
  readonly at: number;
  readonly url: string;
  readonly status?: number;
  readonly error?: string;
}

/** One webhook on its way to the business. `body` is what is signed and sent. */
export interface Delivery {
  readonly id: string;
  /** Webhooks of one lane (a business number) leave one after the other. */
  readonly lane: string;
  readonly createdAt: number;
  readonly body: string;
  readonly signature: SignatureKind;
  readonly attempts: Attempt[];
  state: 'pending' | 'delivered' | 'dropped';
}

export interface DeliveryPostOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Settings;
  /** Where webhooks of a lane go at this moment; undefined while nobody is subscribed. */
  readonly callbackOf: (lane: string) => string | undefined;
}

/** Meta gives up after seven days. */
const giveUpAfterMs = 7 * 24 * 3600 * 1000;

/** Posts a delivery once and records what came of it. */
export async function attemptDelivery(
  options: DeliveryPostOptions,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<PostOutcome> {
  const { clock, callbackOf } = options;
  const url = callbackOf(delivery.lane);
  const outcome = url
    ? await post(options.settings, url, delivery, signal)
    : { error: 'no callback address is configured' };
  delivery.attempts.push({ at: clock.now(), url: url ?? '', ...attemptResult(outcome) });
  if (delivery.state !== 'pending') return outcome;
  if ('status' in outcome && outcome.status === 200) delivery.state = 'delivered';
  else if (clock.now() - delivery.createdAt > giveUpAfterMs) delivery.state = 'dropped';
  if (!signal.aborted) report(options.log, delivery);
  return outcome;
}

function attemptResult(outcome: PostOutcome): { readonly status: number } | { readonly error: string } {
  return 'error' in outcome ? { error: outcome.error } : { status: outcome.status };
}

function post(settings: Settings, url: string, delivery: Delivery, signal: AbortSignal): Promise<PostOutcome> {
  const body = Buffer.from(delivery.body, 'utf8');
  const secret = delivery.signature === 'wrong' ? `not-${settings.appSecret}` : settings.appSecret;
  const signature = delivery.signature === 'missing' ? {} : { 'x-hub-signature-256': signBody(secret, body) };
  return postBytes({
    url,
    headers: { 'content-type': 'application/json', 'user-agent': 'facebookexternalua', accept: '*/*', ...signature },
    body,
    timeoutMs: settings.timings.webhookTimeoutMs,
    signal,
  });
}

function report(log: Log, delivery: Delivery): void {
  const count = delivery.attempts.length;
  if (delivery.state === 'dropped') log.error({ webhook: delivery.id }, 'webhook given up after seven days');
  if (delivery.state !== 'pending') return;
  // The first failure is worth a line, and then each time the count has doubled.
  if (Number.isInteger(Math.log2(count))) {
    log.warn({ webhook: delivery.id, attempts: count, ...delivery.attempts.at(-1) }, 'webhook not taken, will repeat');
  }
}
