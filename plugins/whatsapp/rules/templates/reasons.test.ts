import { describe, expect, it } from 'vitest';
import { reasonOf, reasonWords } from './reasons.ts';

describe('why a template is not approved', () => {
  it.each([
    ['disabled', 'DISABLED', null],
    ['disabled', 'LIMIT_EXCEEDED', 'LIMIT_EXCEEDED'],
    ['disabled', null, null],
    ['pending-deletion', 'PENDING_DELETION', null],
    ['rejected', 'NONE', null],
    ['rejected', 'SCAM', 'SCAM'],
    ['paused', 'FIRST_PAUSE', 'FIRST_PAUSE'],
    ['paused', 'PAUSED', 'PAUSED'],
    ['paused', null, 'PAUSED'],
    ['approved', 'SCAM', null],
  ] as const)('is not its status once more: %s, %s', (status, reason, expected) =>
    expect(reasonOf({ status, reason })).toBe(expected),
  );

  it('of a pause is that customers complained', () => expect(reasonWords('PAUSED')).toBe('customers complained'));
});
