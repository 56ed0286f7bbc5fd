import type { Offer } from '../domain/interaction.ts';

/**
 * When an offer ends without an answer, server time, ms: at the server's deadline, or earlier when the preview's own
 * time (`toast.timeout`, s) is over before (UI-2).
 */
export function offerEnd({ offeredAt, deadline }: Pick<Offer, 'offeredAt' | 'deadline'>, timeout: number): number {
  return Number.isFinite(timeout) && timeout > 0 ? Math.min(deadline, offeredAt + timeout * 1000) : deadline;
}
