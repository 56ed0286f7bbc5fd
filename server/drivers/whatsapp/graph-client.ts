import axios, { type AxiosInstance, type AxiosResponse, isAxiosError } from 'axios';
import { z } from 'zod';
import type { Secret } from '../../engine/config.ts';
import type { ChannelSender, OutboundRequest, ReadSignal, SendOutcome, SignalOutcome } from '../driver.ts';
import { type ConnectionWatch, watchConnection } from './connection-watch.ts';
import { outcomeOfError, readGraphError, unreachable } from './graph-errors.ts';
import { payloadOf } from './payload.ts';

export interface GraphClientOptions {
  /** Base address without version, e.g. `https://graph.facebook.com`. */
  readonly graphUrl: string;
  readonly apiVersion: string;
  /** The channel's numbers; `*` lets any the customer wrote to be answered from. */
  readonly phoneNumberIds: readonly string[];
  readonly accessToken: Secret;
  /** Milliseconds an answer may take. */
  readonly timeout?: number;
}

const TIMEOUT = 30_000;

const NO_NUMBER = {
  code: 'no-number',
  title: 'The channel names no number to send from. Set phone-number-id in its section',
};

const acceptedSchema = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });

/** The Cloud API's way to send (section 4). */
export class GraphClient implements ChannelSender {
  readonly #options: GraphClientOptions;
  readonly #http: AxiosInstance;

  constructor(options: GraphClientOptions) {
    this.#options = options;
    this.#http = axios.create({
      timeout: options.timeout ?? TIMEOUT,
      // The token must not follow a redirect elsewhere, and every status is an answer to be judged here.
      maxRedirects: 0,
      validateStatus: () => true,
      maxContentLength: 1024 * 1024,
      ...(isLoopback(options.graphUrl) ? { proxy: false } : {}),
    });
  }

  async send(request: OutboundRequest, attempts: number): Promise<SendOutcome> {
    const phoneNumberId = this.#numberFor(request.from);
    if (phoneNumberId === undefined) return { outcome: 'refused', error: NO_NUMBER };
    const watch = watchConnection();
    try {
      const answer = await this.#post(phoneNumberId, payloadOf(request), watch);
      return judge(answer.status, answer.data, attempts);
    } catch (error) {
      return judgeFailure(error, watch, attempts);
    }
  }

  async signal(signal: ReadSignal): Promise<SignalOutcome> {
    const phoneNumberId = this.#numberFor(signal.from);
    if (phoneNumberId === undefined) return 'refused';
    try {
      const { status, data } = await this.#post(phoneNumberId, signalPayload(signal), watchConnection());
      const error = readGraphError(data);
      if (error) return outcomeOfError(error, 0).outcome === 'refused' ? 'refused' : 'later';
      if (status >= 200 && status < 300) return 'taken';
      return status >= 500 || status === 429 || status === 408 ? 'later' : 'refused';
    } catch (error) {
      if (!isAxiosError(error)) throw error;
      return 'later';
    }
  }

  #post(phoneNumberId: string, payload: unknown, watch: ConnectionWatch): Promise<AxiosResponse<unknown>> {
    const { graphUrl, apiVersion, accessToken } = this.#options;
    const url = `${graphUrl}/${apiVersion}/${encodeURIComponent(phoneNumberId)}/messages`;
    const headers = { Authorization: `Bearer ${accessToken.reveal()}` };
    const { httpAgent, httpsAgent } = watch;
    return this.#http.post<unknown>(url, payload, { headers, httpAgent, httpsAgent });
  }

  /** The number that was written to, if it is one of the channel's; else its first. */
  #numberFor(from: string | null): string | undefined {
    const { phoneNumberIds } = this.#options;
    if (from !== null && (phoneNumberIds.includes(from) || phoneNumberIds.includes('*'))) return from;
    return phoneNumberIds.find((id) => id !== '*');
  }
}

function isLoopback(url: string): boolean {
  return /^https?:\/\/(127\.|localhost|\[::1\])/i.test(url);
}

/** A read mark; with the indicator it shows typing until the answer, for 25 seconds at most (section 4). */
function signalPayload({ providerId, typing }: ReadSignal): Record<string, unknown> {
  const indicator = typing ? { typing_indicator: { type: 'text' } } : {};
  return { messaging_product: 'whatsapp', status: 'read', message_id: providerId, ...indicator };
}

function judge(status: number, body: unknown, attempts: number): SendOutcome {
  const error = readGraphError(body);
  if (error) return outcomeOfError(error, attempts);
  if (status >= 200 && status < 300) {
    const accepted = acceptedSchema.safeParse(body);
    const providerId = accepted.success ? accepted.data.messages[0]?.id : undefined;
    if (providerId !== undefined) return { outcome: 'accepted', providerId };
    return { outcome: 'unknown', reason: `HTTP ${status} without a message id` };
  }
  const title = `The provider answered with HTTP ${status}`;
  if (status === 429) return outcomeOfError({ code: '130429', title }, attempts);
  // What stands between here and the provider answers so when it does not know what became of the request.
  if (status >= 500 || status === 408) return { outcome: 'unknown', reason: `HTTP ${status}` };
  return { outcome: 'refused', error: { code: `http-${status}`, title } };
}

/** No answer. The error itself holds the token in its headers, so nothing of it but code and message goes on. */
function judgeFailure(error: unknown, watch: ConnectionWatch, attempts: number): SendOutcome {
  if (!isAxiosError(error)) throw error;
  const reason = error.code ?? 'no answer';
  return watch.wasConnected() ? { outcome: 'unknown', reason } : unreachable(reason, attempts);
}
