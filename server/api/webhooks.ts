import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '#shared/result.ts';
import type { WebhookChannelConfig } from '../config/config.ts';
import type { Engine, WebhookReceipt } from '../engine/engine.ts';
import type { Log } from '../log.ts';
import { send } from './http.ts';
import type { Metrics } from './metrics.ts';
import { parseWebhookBody } from './webhook-body.ts';
import { hasValidSignature, isSameSecret } from './webhook-signature.ts';

export interface WebhookOptions {
  readonly channels: () => readonly WebhookChannelConfig[];
  readonly engine: Pick<Engine, 'receiveWebhook'>;
  readonly metrics: Pick<Metrics, 'webhookItems'>;
  readonly log: Log;
}

/** Meta sends up to 3 MB (Cloud API facts, section 11). */
const BODY_LIMIT = 4 * 1024 * 1024;

const PATH = '/webhooks/whatsapp/:channel';

/**
 * Where WhatsApp delivers (API-3): the handshake, and signed bodies that are answered once they are on disk. The
 * signature is over the bytes as they came, so they are kept as they are until it is checked.
 */
export function webhookRoutes(options: WebhookOptions): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
      done(null, body);
    });
    app.get(PATH, { bodyLimit: 1024 }, (request, reply) => handshake(options, request, reply));
    app.post(PATH, { bodyLimit: BODY_LIMIT }, (request, reply) => deliver(options, request, reply));
  };
}

function channelOf(options: WebhookOptions, request: FastifyRequest): WebhookChannelConfig | undefined {
  const { channel } = request.params as { readonly channel: string };
  return options.channels().find((entry) => entry.name === channel);
}

async function handshake(options: WebhookOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const channel = channelOf(options, request);
  if (!channel) return unknownChannel(reply);
  const query = request.query as Readonly<Record<string, unknown>>;
  const token = query['hub.verify_token'];
  const challenge = query['hub.challenge'];
  const expected = channel.verifyToken?.reveal();
  const known = typeof token === 'string' && expected !== undefined && isSameSecret(token, expected);
  if (!known || query['hub.mode'] !== 'subscribe' || typeof challenge !== 'string') {
    options.log.warn(
      { channel: channel.name },
      'a webhook handshake was refused: its verify token is not the right one',
    );
    return send(reply, refuse('forbidden', 'The verify token is not the one of this channel.').error);
  }
  options.log.info({ channel: channel.name }, 'webhook handshake answered');
  // Text, and nothing a browser would run: the challenge is whatever the caller says.
  return reply.type('text/plain; charset=utf-8').send(challenge);
}

async function deliver(options: WebhookOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const channel = channelOf(options, request);
  if (!channel) return unknownChannel(reply);
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const { metrics, log, engine } = options;
  if (!hasValidSignature(body, request.headers['x-hub-signature-256'], channel.appSecret?.reveal())) {
    metrics.webhookItems.inc({ channel: channel.name, kind: 'bad-signature' });
    log.warn({ channel: channel.name, bytes: body.length }, 'a webhook was refused: its signature is not right');
    return send(reply, refuse('signature-invalid', 'The signature of this webhook is missing or not right.').error);
  }
  const parsed = parseWebhookBody(body);
  if (!parsed.ok) {
    metrics.webhookItems.inc({ channel: channel.name, kind: 'malformed' });
    log.warn({ channel: channel.name, bytes: body.length }, 'a webhook was refused: its body is not JSON');
    return send(reply, parsed.error);
  }
  const receipt = await engine.receiveWebhook(channel.name, parsed.value);
  count(options, channel.name, receipt);
  return reply.send({ success: true });
}

function count({ metrics, log }: WebhookOptions, channel: string, receipt: WebhookReceipt): void {
  for (const [kind, items] of Object.entries(receipt)) {
    if (items > 0) metrics.webhookItems.inc({ channel, kind }, items);
  }
  log.debug({ channel, ...receipt }, 'webhook stored');
}

function unknownChannel(reply: FastifyReply): FastifyReply {
  return send(reply, refuse('not-found', 'There is no such channel. Check the address of the webhook.').error);
}
