import { type AxiosResponse, isAxiosError } from 'axios';
import { z } from 'zod';
import type {
  ChannelSender,
  OutboundRequest,
  ReadSignal,
  SendOutcome,
  SignalOutcome,
  UploadFile,
  UploadOutcome,
} from '../driver.ts';
import { type ConnectionWatch, watchConnection } from './connection-watch.ts';
import { outcomeOfError, readGraphError, unreachable } from './graph-errors.ts';
import { GraphHttp, type GraphHttpOptions } from './graph-http.ts';
import { uploadMedia } from './media-upload.ts';
import { payloadOf } from './payload.ts';

export interface GraphClientOptions extends GraphHttpOptions {
  /** The channel's numbers; `*` lets any the customer wrote to be answered from. */
  readonly phoneNumberIds: readonly string[];
}

const NO_NUMBER = {
  code: 'no-number',
  title: 'The channel names no number to send from. Set phone-number-id in its section',
};

const acceptedSchema = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });

/** The Cloud API's way to send (section 4). */
export class GraphClient implements ChannelSender {
  readonly #options: GraphClientOptions;
  readonly #http: GraphHttp;

  constructor(options: GraphClientOptions) {
    this.#options = options;
    this.#http = new GraphHttp(options);
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

  async upload(from: string | null, file: UploadFile, attempts: number): Promise<UploadOutcome> {
    const phoneNumberId = this.#numberFor(from);
    if (phoneNumberId === undefined) return { outcome: 'refused', error: NO_NUMBER };
    return uploadMedia(this.#http, phoneNumberId, file, attempts);
  }

  #post(phoneNumberId: string, payload: unknown, watch: ConnectionWatch): Promise<AxiosResponse<unknown>> {
    return this.#http.call([phoneNumberId, 'messages'], { method: 'POST', data: payload }, watch);
  }

  /** The number that was written to, if it is one of the channel's; else its first. */
  #numberFor(from: string | null): string | undefined {
    const { phoneNumberIds } = this.#options;
    if (from !== null && (phoneNumberIds.includes(from) || phoneNumberIds.includes('*'))) return from;
    return phoneNumberIds.find((id) => id !== '*');
  }
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
