import type { Context } from '../context.ts';
import { postBytes } from '../webhooks/post-bytes.ts';

const answerTimeoutMs = 10_000;

/**
 * Moves the servers' clocks (trial mode only; others answer 404), then the simulator's own, so that no message of
 * ours comes from the server's future. Answers which servers moved.
 */
export async function moveClock(
  context: Context,
  advanceSeconds: number,
): Promise<{ readonly now: string; readonly moved: readonly string[] }> {
  const { clock, numbers } = context;
  const milliseconds = advanceSeconds * 1000;
  const before = { clock: clock.now(), wall: performance.now() };
  const moved: string[] = [];
  for (const origin of numbers.callbackOrigins()) {
    if (await moveServer(context, origin, advanceSeconds)) moved.push(origin);
  }
  // In one process with the server the clock may be one and the same, and has then already moved.
  const alreadyMoved = clock.now() - before.clock - (performance.now() - before.wall);
  if (alreadyMoved < milliseconds / 2) clock.advance(milliseconds);
  return { now: new Date(clock.now()).toISOString(), moved };
}

async function moveServer(context: Context, origin: string, advanceSeconds: number): Promise<boolean> {
  const outcome = await postBytes({
    url: `${origin}/trial/clock`,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ advanceSeconds })),
    timeoutMs: answerTimeoutMs,
  });
  if ('status' in outcome && outcome.status < 300) return true;
  if (!('status' in outcome && outcome.status === 404))
    context.log.warn({ origin, ...outcome }, 'server clock not moved');
  return false;
}
