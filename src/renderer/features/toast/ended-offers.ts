import type { InteractionView } from '#shared/ipc/view.ts';
import { offerEnd } from '#shared/rules/offer-end.ts';
import type { DeskModel } from '../../state/desk-model.ts';
import { agentName, myOffers } from '../../state/selectors.ts';

/** How an offer went that is no longer there. */
export type Outcome = 'accepted' | 'timed-out' | 'withdrawn';

export interface EndedOffer {
  readonly offerId: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** PC time, ms. */
  readonly at: number;
}

/** An offer counts as timed out when it vanishes within this of its deadline, ms: clocks and lines have play. */
const PLAY = 1500;

/**
 * The offers that were there in `before` and are not in `after`, with what became of each. The events that say so
 * may not reach this desk (another agent's hands are not its business), so the outcome is read from what is known:
 * whose the interaction is now, and the time.
 */
export function endedOffers(
  before: DeskModel,
  after: DeskModel,
  now: number,
  nameOf: (view: InteractionView) => string,
): readonly EndedOffer[] {
  const still = new Set(myOffers(after).map(({ interaction }) => interaction.offer?.id));
  const agent = agentName(after);
  return myOffers(before).flatMap((view) => {
    const { offer, id } = view.interaction;
    if (!offer || still.has(offer.id)) return [];
    const current = after.interactions.get(id)?.interaction;
    const mine = current?.stage === 'assigned' && current.agent === agent;
    const serverNow = now + after.session.clockOffset;
    const timeout = Number(view.options['toast.timeout'] ?? before.options['toast.timeout']);
    const inTime = serverNow < offerEnd(offer, timeout) - PLAY;
    const outcome: Outcome = mine ? 'accepted' : inTime ? 'withdrawn' : 'timed-out';
    return [{ offerId: offer.id, name: nameOf(view), outcome, at: now }];
  });
}
