import type { Interaction } from '#shared/domain/interaction.ts';

/** Since when an answer is missing, ours or the customer's (SRV-4); each null where it is not so. */
export interface MissingAnswer {
  /** End of the window in which the customer waits for an answer, until the agent has been told that it closed. */
  readonly unansweredUntil: number | null;
  /** The business's last message to a customer who has not answered at all, until the agent has been told. */
  readonly silentSince: number | null;
  /** When they were told of that, until another message is sent. */
  readonly silenceToldAt: number | null;
}

const NOTHING: MissingAnswer = { unansweredUntil: null, silentSince: null, silenceToldAt: null };

export function silenceOf(
  state: Pick<Interaction, 'stage' | 'disposition' | 'pendingSince' | 'window' | 'sentAt' | 'toldAt'>,
): MissingAnswer {
  const { stage, disposition, pendingSince, window, sentAt, toldAt = 0 } = state;
  if (stage === 'done') return NOTHING;
  if (disposition !== 'Initiated') {
    if (pendingSince === null || window === null) return NOTHING;
    // What came when the window was closed already never had its time, as after a long outage of the provider.
    const isMissing = pendingSince < window.closesAt && toldAt < window.closesAt;
    return { ...NOTHING, unansweredUntil: isMissing ? window.closesAt : null };
  }
  if (sentAt === undefined) return NOTHING;
  return toldAt < sentAt ? { ...NOTHING, silentSince: sentAt } : { ...NOTHING, silenceToldAt: toldAt };
}
