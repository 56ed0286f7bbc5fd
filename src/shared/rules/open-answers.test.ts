import { describe, expect, it } from 'vitest';
import type { MessageStatus } from '../domain/message.ts';
import { afterAnswer, afterCustomer, afterReport } from './open-answers.ts';

type State = ReturnType<typeof afterCustomer>;
type Step = number | string | readonly [messageId: string, status: MessageStatus];

const nobodyWaits: State = { pendingSince: null, unanswered: 0, answers: [] };

/** A number is a customer's message at that time, a text an answer, a pair a report about one. */
function told(steps: readonly Step[]): State {
  return steps.reduce<State>((state, step) => {
    if (typeof step === 'number') return afterCustomer(state, step);
    if (typeof step === 'string') return afterAnswer(state, step);
    return afterReport(state, ...step);
  }, nobodyWaits);
}

const table: readonly (readonly [name: string, steps: readonly Step[], since: number | null, unanswered: number])[] = [
  ['a customer waits since the first message', [1, 2], 1, 2],
  ['an answer ends it', [1, 2, 'a'], null, 0],
  ['an answer that failed gives it back', [1, 2, 'a', ['a', 'failed']], 1, 2],
  ['and what came meanwhile counts from the first', [1, 'a', 5, ['a', 'failed']], 1, 2],
  ['told twice it counts once', [1, 'a', ['a', 'failed'], ['a', 'failed']], 1, 1],
  ['a later answer has answered that too', [1, 'a', 'b', ['a', 'failed']], null, 0],
  ['until it fails as well', [1, 'a', 'b', ['a', 'failed'], ['b', 'failed']], 1, 1],
  ['in whatever order they fail', [1, 'a', 'b', ['b', 'failed'], ['a', 'failed']], 1, 1],
  ['the last of two fails: the first has answered', [1, 'a', 'b', ['b', 'failed']], null, 0],
  ['each gives back what it ended', [1, 'a', 5, 'b', ['b', 'failed']], 5, 1],
  ['both together from the first on', [1, 'a', 5, 'b', ['b', 'failed'], ['a', 'failed']], 1, 2],
  ['a message of unknown fate is still an answer', [1, 'a', ['a', 'unknown']], null, 0],
  ['it is one no more when it turns out to have failed', [1, 'a', ['a', 'unknown'], ['a', 'failed']], 1, 1],
  ['what has arrived does not fail any more', [1, 'a', ['a', 'delivered'], ['a', 'failed']], null, 0],
  ['and vouches for those before it', [1, 'a', 'b', ['b', 'read'], ['a', 'failed']], null, 0],
  ['but not for those after it', [1, 'a', 5, 'b', ['a', 'read'], ['b', 'failed']], 5, 1],
  ['taken by the provider is no proof yet', [1, 'a', ['a', 'handed-over'], ['a', 'failed']], 1, 1],
  ['an answer to nothing gives nothing back', ['a', ['a', 'failed']], null, 0],
  ['somebody else’s message says nothing', [1, ['x', 'failed']], 1, 1],
];

describe('a pending response', () => {
  it.each(table)('%s', (_name, steps, pendingSince, unanswered) => {
    expect(told(steps)).toMatchObject({ pendingSince, unanswered });
  });

  it('of records made before answers were kept works as it did', () => {
    expect(afterReport({ pendingSince: 3, unanswered: 1 }, 'a', 'failed')).toMatchObject({ pendingSince: 3 });
    expect(afterAnswer({ pendingSince: 3, unanswered: 1 }, 'a').answers).toEqual([
      { messageId: 'a', pendingSince: 3, unanswered: 1 },
    ]);
  });

  it('doubts no more answers than can be shown with an interaction', () => {
    const many = Array.from({ length: 50 }, (_, index) => `m${index}`);
    expect(told(many).answers).toHaveLength(20);
  });
});
