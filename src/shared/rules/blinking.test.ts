import { describe, expect, it } from 'vitest';
import { type BlinkFacts, blinksAt } from './blinking.ts';

const AT = 1_000_000;
const message = (direction: 'in' | 'out') => ({ id: 'm', direction, kind: 'text', text: 'Hello', at: AT }) as const;
const fresh: BlinkFacts = { interaction: { lastMessage: message('in') }, unread: 1, inFront: false };

describe('blinksAt', () => {
  it.each([
    ['not when the option is off', fresh, undefined, AT, false],
    ['until it is seen', fresh, 0, AT + 3_600_000, true],
    ['for its span', fresh, 5, AT + 4_999, true],
    ['no longer than its span', fresh, 5, AT + 5_000, false],
    ['not once it is seen', { ...fresh, unread: 0 }, 0, AT, false],
    ['not before the eyes of the agent', { ...fresh, inFront: true }, 0, AT, false],
    ['not for an answer of the business', { ...fresh, interaction: { lastMessage: message('out') } }, 5, AT, false],
    ['not without a message', { ...fresh, interaction: { lastMessage: null } }, 5, AT, false],
  ])('%s', (_, facts, span, now, blinks) => expect(blinksAt(facts, span, now)).toBe(blinks));
});
