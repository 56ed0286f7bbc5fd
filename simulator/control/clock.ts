import { ok, type Result, refuse } from '#shared/result.ts';
import type { Context } from '../context.ts';
import { postBytes } from '../webhooks/post-bytes.ts';

const answerTimeoutMs = 10_000;

interface Moved {
  readonly now: string;
  /** Servers whose clocks moved too. */
  readonly moved: readonly string[];
}

/**
 * Moves the servers' clocks (trial mode only; others answer 404), then the simulator's own, so that no message of
 * ours comes from the server's future. A server that refuses keeps all clocks where they are.
 */
export async function moveClock(context: Context, advanceSeconds: number): Promise<Result<Moved>> {
  const { clock, numbers } = context;
  const milliseconds = advanceSeconds * 1000;
  const before = { clock: clock.now(), wall: performance.now() };
  const moved: string[] = [];
  for (const origin of numbers.callbackOrigins()) {
    const server = await moveServer(context, origin, advanceSeconds);
    if (!server.ok) return server;
    if (server.value) moved.push(origin);
  }
  // In one process with the server the clock may be one and the same, and has then already moved.
  const alreadyMoved = clock.now() - before.clock - (performance.now() - before.wall);
  if (alreadyMoved < milliseconds / 2) clock.advance(milliseconds);
  return ok({ now: new Date(clock.now()).toISOString(), moved });
}

/** True when it moved, false when it is not there or has no such call. */
async function moveServer(context: Context, origin: string, advanceSeconds: number): Promise<Result<boolean>> {
  const outcome = await postBytes({
    url: `${origin}/trial/clock`,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ advanceSeconds })),
    timeoutMs: answerTimeoutMs,
  });
  if ('error' in outcome) {
    context.log.warn({ origin, error: outcome.error }, 'server not there, its clock stays');
    return ok(false);
  }
  if (outcome.status < 300) return ok(true);
  if (outcome.status === 404) return ok(false);
  return refuse('not-possible', `${origin} refuses to move its clock (${outcome.status}): ${outcome.body}`);
}
