import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Context } from '../context.ts';
import { asObject } from '../json.ts';
import { chooseOption, reactTo } from '../phones/actions.ts';
import type { Customer } from '../phones/types.ts';
import { windowState } from '../phones/window.ts';
import { controlRoute, done } from './route.ts';
import { showMessage } from './show-message.ts';

/** What a person does with the phone (SIM-1). `:id` is the number or the user id. */
export function registerPhones(app: FastifyInstance, context: Context): void {
  registerViews(app, context);
  registerActions(app, context);
  registerConditions(app, context);
}

function registerViews(app: FastifyInstance, context: Context): void {
  const { phones } = context;
  controlRoute(app, {
    method: 'GET',
    path: '/phones',
    body: z.unknown(),
    handle: () => ok({ phones: phones.customers().map((customer) => describeCustomer(context, customer)) }),
  });

  controlRoute(app, {
    method: 'GET',
    path: '/phones/:id',
    body: z.unknown(),
    handle: ({ id }) => withCustomer(context, id, (customer) => ok(describeCustomer(context, customer))),
  });

  controlRoute(app, {
    method: 'GET',
    path: '/phones/:id/messages',
    body: z.unknown(),
    handle: ({ id, request }) => {
      const all = asObject(request.query).all !== undefined;
      const customer = phones.find(id);
      const messages = customer ? phones.messagesOf(customer.key) : [];
      return ok(messages.filter((message) => all || message.arrived).map((message) => showMessage(message, messages)));
    },
  });
}

function registerActions(app: FastifyInstance, context: Context): void {
  controlRoute(app, {
    method: 'POST',
    path: '/phones/:id/read',
    body: z.strictObject({ messageId: z.string().optional(), phoneNumberId: z.string().optional() }),
    handle: ({ id, body }) =>
      withCustomer(context, id, ({ key }) =>
        done({ read: context.flow.read(key, body.phoneNumberId, body.messageId) }),
      ),
  });

  controlRoute(app, {
    method: 'POST',
    path: '/phones/:id/choose',
    body: z.strictObject({ messageId: z.string().optional(), id: z.string().min(1) }),
    handle: ({ id, body }) =>
      withCustomer(context, id, (customer) => chooseOption(context, customer, body.id, body.messageId)),
  });

  controlRoute(app, {
    method: 'POST',
    path: '/phones/:id/react',
    body: z.strictObject({ messageId: z.string().optional(), emoji: z.string().default('👍') }),
    handle: ({ id, body }) =>
      withCustomer(context, id, (customer) => reactTo(context, customer, body.emoji, body.messageId)),
  });

  controlRoute(app, {
    method: 'POST',
    path: '/phones/:id/typing',
    body: z.unknown(),
    // The Cloud API has no webhook for a customer's typing; the call exists so that scripts need not know that.
    handle: ({ id }) => withCustomer(context, id, () => done({ note: 'WhatsApp tells the business nothing of this.' })),
  });
}

function registerConditions(app: FastifyInstance, context: Context): void {
  controlRoute(app, {
    method: 'POST',
    path: '/phones/:id/online',
    body: z.strictObject({ online: z.boolean() }),
    handle: ({ id, body }) => {
      const { key } = context.phones.ensure({ waId: id });
      if (body.online) context.flow.comeOnline(key);
      else context.phones.update(key, { online: false });
      return done();
    },
  });

  controlRoute(app, {
    method: 'POST',
    path: '/phones/:id/fail',
    body: z.strictObject({ code: z.number().int(), times: z.number().int().min(1).max(1000).default(1) }),
    handle: ({ id, body }) => {
      const { key, failures } = context.phones.ensure({ waId: id });
      context.phones.update(key, { failures: [...failures, ...Array<number>(body.times).fill(body.code)] });
      return done();
    },
  });
}

function withCustomer(context: Context, id: string, act: (customer: Customer) => Result<unknown>): Result<unknown> {
  const customer = context.phones.find(id);
  return customer ? act(customer) : refuse('not-found', `No message has come from or gone to ${id} yet.`);
}

function describeCustomer(context: Context, customer: Customer): object {
  const { clock, windows, numbers, settings } = context;
  const { key: _, typingUntil, ...person } = customer;
  const windowsOf = numbers.all().map((number) => {
    const { open, closesAt } = windowState(windows.of(number.id, customer.key), clock.now(), settings.limits);
    return { phoneNumberId: number.id, open, closesAt: closesAt ? new Date(closesAt).toISOString() : undefined };
  });
  return { ...person, businessIsTyping: typingUntil > clock.now(), windows: windowsOf };
}
