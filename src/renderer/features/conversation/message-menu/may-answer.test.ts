import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import { sampleMessage } from '../../../../../tests/renderer-harness/samples.ts';
import { mayQuote, mayReact, ownReaction } from './may-answer.ts';

const message = sampleMessage({
  id: 'm1',
  interactionId: 'i1',
  providerId: 'wamid.1',
  direction: 'in',
  status: 'received',
});
const facts = { message, interaction: { id: message.interactionId, channel: message.channel }, answers: true };
const withMessage = (change: Partial<Message>) => ({ ...facts, message: { ...message, ...change } });

describe('mayQuote and mayReact', () => {
  it('allow both for a message of the customer', () => {
    expect([mayQuote(facts), mayReact(facts)]).toEqual([true, true]);
  });

  it.each([
    ['the agent may not answer', { ...facts, answers: false }, false, false],
    ['it was deleted', withMessage({ revokedAt: 1 }), false, false],
    ['it is a line of the system', withMessage({ direction: 'system' }), false, false],
    ['the provider has not taken it yet', withMessage({ providerId: null, direction: 'out' }), false, true],
    ['it failed', withMessage({ status: 'failed', direction: 'out' }), true, false],
    ['it is of an earlier session', withMessage({ interactionId: 'before' }), true, true],
    ['it came on another channel', withMessage({ channel: 'river', interactionId: 'before' }), false, false],
  ])('know when %s', (_case, given, quote, react) => {
    expect([mayQuote(given), mayReact(given)]).toEqual([quote, react]);
  });
});

describe('ownReaction', () => {
  const taken = { by: 'kaa', direction: 'out', emoji: '👍', at: 1 } as const;
  const send = { id: 's', by: 'kaa', emoji: '❤️', at: 2, error: null } as const;

  it('is what the provider has taken', () => {
    expect(ownReaction({ reactions: [{ ...taken, direction: 'in' }] })).toBe('');
    expect(ownReaction({ reactions: [taken] })).toBe('👍');
  });

  it('is what is on its way, and not what failed', () => {
    expect(ownReaction({ reactions: [taken], reactionSend: { ...send, status: 'queued' } })).toBe('❤️');
    expect(ownReaction({ reactions: [taken], reactionSend: { ...send, emoji: '', status: 'accepted' } })).toBe('');
    expect(ownReaction({ reactions: [taken], reactionSend: { ...send, status: 'failed' } })).toBe('👍');
  });
});
