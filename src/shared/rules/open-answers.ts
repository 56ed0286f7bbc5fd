import type { Interaction } from '../domain/interaction.ts';
import type { MessageStatus } from '../domain/message.ts';

type Waiting = Pick<Interaction, 'pendingSince' | 'unanswered' | 'answers'>;

/** More answers than these are not doubted at once; the oldest count as arrived. */
const MOST = 20;

/** UI-4: an answer is pending from the first customer message that nobody has answered. `at`: its arrival, ms. */
export function afterCustomer(state: Waiting, at: number): Waiting {
  return { ...waitingOf(state), pendingSince: state.pendingSince ?? at, unanswered: state.unanswered + 1 };
}

/** An answer is on its way: nothing is pending any more, unless it fails. */
export function afterAnswer(state: Waiting, messageId: string): Waiting {
  const { pendingSince, unanswered } = state;
  const answers = [...(state.answers ?? []), { messageId, pendingSince, unanswered }];
  return { pendingSince: null, unanswered: 0, answers: answers.slice(-MOST) };
}

/**
 * What a report about an answer changes. One that failed gives back the wait it ended: to the answer after it, which
 * then has answered that too, or to the customer, who waits again since then. Once an answer has arrived, neither it
 * nor one before it can bring a wait back.
 */
export function afterReport(state: Waiting, messageId: string, status: MessageStatus): Waiting {
  const answers = state.answers ?? [];
  const place = answers.findIndex((answer) => answer.messageId === messageId);
  const answer = answers[place];
  if (!answer) return waitingOf(state);
  if (status === 'delivered' || status === 'read') return { ...waitingOf(state), answers: answers.slice(place + 1) };
  if (status !== 'failed') return waitingOf(state);
  const next = answers[place + 1];
  const before = answers.slice(0, place);
  if (!next) return { ...givenBack(answer, state), answers: before };
  return {
    ...waitingOf(state),
    answers: [...before, { ...next, ...givenBack(answer, next) }, ...answers.slice(place + 2)],
  };
}

function givenBack(from: Omit<Waiting, 'answers'>, to: Omit<Waiting, 'answers'>): Omit<Waiting, 'answers'> {
  return { pendingSince: from.pendingSince ?? to.pendingSince, unanswered: from.unanswered + to.unanswered };
}

function waitingOf({ pendingSince, unanswered, answers = [] }: Waiting): Waiting {
  return { pendingSince, unanswered, answers };
}
