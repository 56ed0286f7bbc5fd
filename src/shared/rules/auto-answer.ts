import type { Offer } from '../domain/interaction.ts';

/** An answer later than this before the deadline, ms, could come too late at the server. */
const IN_TIME = 1000;

/**
 * Seconds at `now` (server time, ms) until an offer is accepted by itself; 0: now. `after`: seconds of preview,
 * undefined when the agent decides. Where the preview is shorter than that, it is accepted just before it ends.
 */
export function autoAnswerIn(
  { offeredAt, deadline }: Pick<Offer, 'offeredAt' | 'deadline'>,
  after: number | undefined,
  now: number,
): number | undefined {
  if (after === undefined) return undefined;
  const at = Math.max(offeredAt, Math.min(offeredAt + after * 1000, deadline - IN_TIME));
  return Math.max(0, Math.ceil((at - now) / 1000));
}
