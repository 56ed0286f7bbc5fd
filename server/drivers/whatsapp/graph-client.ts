import axios, { type AxiosInstance, isAxiosError } from 'axios';
import { z } from 'zod';
import { assertNever } from '#shared/assert.ts';
import type { OutboundContent } from '#shared/domain/message.ts';
import type { Secret } from '../../engine/config.ts';
import type { ChannelSender, OutboundRequest, SendOutcome } from '../driver.ts';
import { type ConnectionWatch, watchConnection } from './connection-watch.ts';
import { outcomeOfError, readGraphError, unreachable } from './graph-errors.ts';

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
    const { graphUrl, apiVersion, accessToken } = this.#options;
    const phoneNumberId = this.#numberFor(request);
    if (phoneNumberId === undefined) return { outcome: 'refused', error: NO_NUMBER };
    const url = `${graphUrl}/${apiVersion}/${encodeURIComponent(phoneNumberId)}/messages`;
    const watch = watchConnection();
    try {
      const headers = { Authorization: `Bearer ${accessToken.reveal()}` };
      const { httpAgent, httpsAgent } = watch;
      const answer = await this.#http.post<unknown>(url, payloadOf(request), { headers, httpAgent, httpsAgent });
      return judge(answer.status, answer.data, attempts);
    } catch (error) {
      return judgeFailure(error, watch, attempts);
    }
  }

  /** The number that was written to, if it is one of the channel's; else its first. */
  #numberFor({ from }: OutboundRequest): string | undefined {
    const { phoneNumberIds } = this.#options;
    if (from !== null && (phoneNumberIds.includes(from) || phoneNumberIds.includes('*'))) return from;
    return phoneNumberIds.find((id) => id !== '*');
  }
}

function isLoopback(url: string): boolean {
  return /^https?:\/\/(127\.|localhost|\[::1\])/i.test(url);
}

/** The request's body. `to` with plus and digits: without the plus the business's country code could go in front. */
export function payloadOf({ messageId, recipient, content }: OutboundRequest): Record<string, unknown> {
  const to = recipient.type === 'number' ? { to: `+${recipient.digits}` } : { recipient: recipient.id };
  const context = content.quotedProviderId === undefined ? {} : { context: { message_id: content.quotedProviderId } };
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...to,
    ...context,
    ...contentPayload(content),
    biz_opaque_callback_data: messageId,
  };
}

function contentPayload(content: OutboundContent): Record<string, unknown> {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { body: content.text, preview_url: content.previewUrl ?? false } };
    default:
      return assertNever(content.kind);
  }
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
