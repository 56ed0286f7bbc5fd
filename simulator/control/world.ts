import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ok, refuse } from '#shared/result.ts';
import type { Context } from '../context.ts';
import { faultSchema } from '../http/faults.ts';
import { asObject, asText } from '../json.ts';
import { isLoopbackUrl } from '../settings.ts';
import { moveClock } from './clock.ts';
import { applyOptions, optionsSchema } from './options.ts';
import { controlRoute, done } from './route.ts';

/** Clock, faults, options, state and reset (SIM-1). */
export function registerWorld(app: FastifyInstance, context: Context): void {
  registerSwitches(app, context);
  registerViews(app, context);
}

function registerSwitches(app: FastifyInstance, context: Context): void {
  controlRoute(app, {
    method: 'POST',
    path: '/clock',
    body: z.strictObject({
      advanceSeconds: z
        .number()
        .min(0)
        .max(10 * 365 * 86_400),
    }),
    handle: ({ body }) => moveClock(context, body.advanceSeconds),
  });

  controlRoute(app, {
    method: 'POST',
    path: '/faults',
    body: faultSchema,
    handle: ({ body }) => {
      context.faults.add(body);
      return done({ faults: context.faults.remaining() });
    },
  });

  controlRoute(app, {
    method: 'POST',
    path: '/options',
    body: optionsSchema,
    handle: ({ body }) => applyOptions(context.settings, body),
  });

  controlRoute(app, {
    method: 'POST',
    path: '/callback',
    body: z.strictObject({ url: z.string().refine(isLoopbackUrl, 'must be an http address on this computer') }),
    handle: ({ body }) => {
      context.numbers.replaceCallback(body.url);
      context.webhooks.flush();
      return done();
    },
  });

  controlRoute(app, {
    method: 'POST',
    path: '/webhooks/flush',
    body: z.unknown(),
    handle: () => {
      context.webhooks.flush();
      return done({ pending: context.webhooks.pending() });
    },
  });
}

function registerViews(app: FastifyInstance, context: Context): void {
  controlRoute(app, {
    method: 'GET',
    path: '/state',
    body: z.unknown(),
    handle: () => ok(stateOf(context)),
  });

  controlRoute(app, {
    method: 'GET',
    path: '/deliveries',
    body: z.unknown(),
    handle: ({ request }) => {
      const id = asText(asObject(request.query).id);
      const deliveries = context.webhooks.deliveries().filter((delivery) => id === '' || delivery.id === id);
      if (id !== '' && deliveries.length === 0) return refuse('not-found', `There is no webhook ${id}.`);
      return ok({ deliveries });
    },
  });
}

function stateOf(context: Context): object {
  const { clock, phones, webhooks, numbers, templates, media, faults } = context;
  return {
    now: new Date(clock.now()).toISOString(),
    phones: phones.customers().length,
    messages: phones.count(),
    templates: templates.all().length,
    media: media.count(),
    pendingWebhooks: webhooks.pending(),
    faults: faults.remaining(),
    phoneNumbers: numbers.all().map((number) => ({
      id: number.id,
      displayPhoneNumber: number.displayPhoneNumber,
      verifiedName: number.verifiedName,
      callbackUrl: numbers.callbackOf(number.id),
    })),
  };
}
