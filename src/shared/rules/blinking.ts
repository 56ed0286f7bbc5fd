import type { Interaction } from '../domain/interaction.ts';

export interface BlinkFacts {
  readonly interaction: Pick<Interaction, 'lastMessage'>;
  /** Customer messages nobody has seen. */
  readonly unread: number;
  /** The agent has it before their eyes. */
  readonly inFront: boolean;
}

/**
 * Whether the entry of an interaction blinks at `now` (server time, ms) for a new message of the customer. `span`:
 * seconds it blinks, 0 until it is seen, undefined never.
 */
export function blinksAt({ interaction, unread, inFront }: BlinkFacts, span: number | undefined, now: number): boolean {
  if (span === undefined || unread === 0 || inFront) return false;
  if (span === 0) return true;
  const { lastMessage } = interaction;
  return lastMessage?.direction === 'in' && now < lastMessage.at + span * 1000;
}
