import { describe, expect, it } from 'vitest';
import type { Message, Reaction } from '../domain/message.ts';
import { changeReaction, changeReactionSend } from './reactions.ts';

const theirs: Reaction = { by: 'contact-1', direction: 'in', emoji: '❤️', at: 1 };
const error = { code: '131009', title: 'Parameter value is not valid' };

const message: Message = {
  id: 'm1',
  interactionId: 'i1',
  channel: 'jungle',
  direction: 'in',
  kind: 'text',
  text: 'Hello',
  providerId: 'wamid.1',
  originTime: 0,
  arrivalTime: 0,
  arrivalOrder: 1,
  status: 'received',
  error: null,
  sender: { type: 'contact', id: 'contact-1', name: 'Rosa' },
  quoted: null,
  attachment: null,
  location: null,
  contacts: null,
  interactive: null,
  reactions: [theirs],
  revisions: [],
  revokedAt: null,
};

type Status = Parameters<typeof changeReactionSend>[1]['status'];

/** Reactions by their ids, in the order in which the log tells of them. */
function told(...steps: readonly (readonly [id: string, status: Status, emoji?: string])[]): Message {
  return steps.reduce(
    (state, [id, status, emoji = '👍']) =>
      changeReactionSend(state, {
        ...{ messageId: 'm1', id, by: 'kaa', emoji, at: 5, status },
        ...(status === 'failed' ? { error } : {}),
      }),
    message,
  );
}

const ours = ({ reactions }: Message) => reactions.filter(({ direction }) => direction === 'out');

describe("an agent's reaction", () => {
  it('is on its way until the provider has it', () => {
    const sent = told(['r1', 'accepted']);
    expect(sent.reactions).toEqual([theirs]);
    expect(sent.reactionSend).toMatchObject({ id: 'r1', emoji: '👍', status: 'accepted' });
    const taken = told(['r1', 'accepted'], ['r1', 'handed-over']);
    expect(ours(taken)).toEqual([{ by: 'kaa', direction: 'out', emoji: '👍', at: 5, id: 'r1' }]);
    expect(taken.reactionSend).toBeUndefined();
  });

  it('takes the place of the one before, and is taken away by an empty one', () => {
    const second = told(['r1', 'handed-over'], ['r2', 'accepted', '🎉'], ['r2', 'handed-over', '🎉']);
    expect(ours(second).map(({ emoji }) => emoji)).toEqual(['🎉']);
    expect(ours(told(['r1', 'handed-over'], ['r2', 'handed-over', '']))).toEqual([]);
  });

  it('leaves the one before as it is when it fails, and says why', () => {
    const failed = told(['r1', 'handed-over'], ['r2', 'accepted', '🎉'], ['r2', 'failed', '🎉']);
    expect(ours(failed).map(({ emoji }) => emoji)).toEqual(['👍']);
    expect(failed.reactionSend).toMatchObject({ id: 'r2', status: 'failed', error });
  });

  it('stands nowhere when the provider says later that it cannot be', () => {
    const failed = told(['r1', 'accepted'], ['r1', 'handed-over'], ['r1', 'failed']);
    expect(ours(failed)).toEqual([]);
    expect(failed.reactionSend).toMatchObject({ status: 'failed', error });
    expect(told(['r1', 'failed'], ['r1', 'handed-over']).reactionSend).toMatchObject({ status: 'failed' });
  });

  it('of two in a row, the newer is what is waited for', () => {
    const both = told(['r1', 'accepted'], ['r2', 'accepted', '🎉'], ['r1', 'handed-over']);
    expect(ours(both).map(({ id }) => id)).toEqual(['r1']);
    expect(both.reactionSend).toMatchObject({ id: 'r2', status: 'accepted' });
    expect(told(['r1', 'accepted'], ['r2', 'accepted'], ['r1', 'failed']).reactionSend).toMatchObject({ id: 'r2' });
    expect(ours(told(['r2', 'handed-over', '🎉'], ['r1', 'handed-over'])).map(({ id }) => id)).toEqual(['r2']);
  });

  it.each<readonly [Status]>([['accepted'], ['handed-over'], ['unknown'], ['failed']])(
    'told twice is told once: %s',
    (last) => {
      const once = told(['r1', 'accepted'], ['r1', last]);
      expect(told(['r1', 'accepted'], ['r1', last], ['r1', last])).toEqual(once);
    },
  );

  it('of unknown fate is known once the provider tells of it', () => {
    const steps = [
      ['r1', 'accepted'],
      ['r1', 'unknown'],
    ] as const;
    expect(told(...steps).reactionSend).toMatchObject({ status: 'unknown' });
    expect(told(...steps, ['r1', 'handed-over']).reactionSend).toBeUndefined();
  });

  it("is the business's one reaction, also from its phone", () => {
    const data = { messageId: 'm1', by: 'business', direction: 'out', emoji: '🙏', at: 9 } as const;
    expect(ours(changeReaction(told(['r1', 'handed-over']), data)).map(({ by }) => by)).toEqual(['business']);
    const customers = changeReaction(message, { ...data, by: 'contact-1', direction: 'in' });
    expect(customers.reactions).toEqual([{ by: 'contact-1', direction: 'in', emoji: '🙏', at: 9 }]);
  });
});
