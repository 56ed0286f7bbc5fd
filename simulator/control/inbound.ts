import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refuse } from '#shared/result.ts';
import type { Context } from '../context.ts';
import { rawTextOf } from '../http/app.ts';
import { asObject, asText } from '../json.ts';
import { observePayload, receiveInbound } from '../phones/inbound.ts';
import { fillSampleMedia } from '../phones/sample-media.ts';
import { controlRoute, done } from './route.ts';

const inboundSchema = z.strictObject({
  /** The customer's number; may be left out when `userId` is given (a person who hides the number). */
  from: z.coerce
    .string()
    .transform((from) => from.replace(/[\s()+-]/g, ''))
    .pipe(z.string().regex(/^\d{6,15}$/, 'a phone number with country code'))
    .optional(),
  userId: z.string().min(1).optional(),
  username: z.string().optional(),
  profileName: z.string().optional(),
  phoneNumberId: z.coerce.string().optional(),
  message: z.looseObject({}),
});

const signatureSchema = z.enum(['valid', 'wrong', 'missing']).catch('valid');

/** Messages from customers, one by one or as whole payloads. */
export function registerInbound(app: FastifyInstance, context: Context): void {
  controlRoute(app, {
    method: 'POST',
    path: '/inbound',
    body: inboundSchema,
    handle: ({ body }) => {
      const { userId, phoneNumberId, message, ...person } = body;
      const from = body.from ?? (asText(message.from) || undefined);
      if (!from && !userId) return refuse('bad-request', 'from: a phone number, or userId, is needed');
      const number = phoneNumberId ? context.numbers.find(phoneNumberId) : context.numbers.first();
      if (!number) return refuse('not-found', `There is no business number ${phoneNumberId ?? ''}.`);
      const element = fillSampleMedia(context, number, message);
      const { messageId, webhookId } = receiveInbound(context, number, { ...person, waId: from, userId }, element);
      return done({ id: messageId, messageId, webhookId, phoneNumberId: number.id });
    },
  });

  controlRoute(app, {
    method: 'POST',
    path: '/webhook',
    body: z.unknown(),
    handle: ({ body, request }) => {
      const signature = signatureSchema.parse(asObject(request.query).signature);
      // Not JSON by its content type: exactly these bytes, for trying what a receiver does with broken bodies.
      if (Buffer.isBuffer(body) || typeof body === 'string') {
        const json = body.toString();
        return done({ webhookId: context.webhooks.send({ lane: 'raw', json, verbatim: true, signature }) });
      }
      const lane = observePayload(context, body) ?? 'raw';
      const json = rawTextOf(request.body) ?? JSON.stringify(body);
      return done({ webhookId: context.webhooks.send({ lane, json, signature }) });
    },
  });
}
