import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Clock } from '#shared/clock.ts';
import { errorCodes } from '../graph/error-codes.ts';
import { errorBody } from '../graph/outcome.ts';
import type { Fault, Faults } from './faults.ts';

/** Makes the asked-for faults happen (SIM-1): before a request has any effect, or to its answer only. */
export function installFaults(app: FastifyInstance, faults: Faults, clock: Clock): void {
  const afterEffect = new WeakMap<object, Fault>();

  app.addHook('preHandler', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/control/')) return;
    const fault = faults.take(request.method, path, request.body);
    if (!fault) return;
    if (fault.after === 'after-effect') {
      afterEffect.set(request, fault);
      return;
    }
    if (fault.delayMs) await pause(clock, fault.delayMs);
    if (fault.drop) drop(reply);
    else if (fault.status !== undefined || fault.code !== undefined) await sendFault(reply, fault);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = afterEffect.get(request);
    if (!fault) return payload;
    afterEffect.delete(request);
    if (fault.delayMs) await pause(clock, fault.delayMs);
    if (fault.drop) {
      drop(reply);
      return payload;
    }
    if (fault.status === undefined && fault.code === undefined) return payload;
    const body = JSON.stringify(faultBody(fault));
    reply.code(statusOf(fault)).header('content-length', Buffer.byteLength(body));
    return body;
  });
}

function drop(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.socket?.destroy();
}

async function sendFault(reply: FastifyReply, fault: Fault): Promise<void> {
  await reply.code(statusOf(fault)).send(faultBody(fault));
}

function statusOf(fault: Fault): number {
  return fault.status ?? errorCodes[fault.code ?? 1]?.http ?? 400;
}

function faultBody(fault: Fault): object {
  if (fault.status !== undefined && fault.status < 400 && fault.code === undefined) return { success: true };
  const code = fault.code ?? (statusOf(fault) >= 500 ? 2 : 1);
  const known = errorCodes[code];
  return errorBody({
    status: statusOf(fault),
    code,
    message: `(#${code}) ${known?.title ?? 'Unknown error'}`,
    ...(known?.details ? { details: known.details } : {}),
  });
}

function pause(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
}
