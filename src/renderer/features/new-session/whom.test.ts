import { describe, expect, it } from 'vitest';
import { sessionTargetSchema } from '#shared/protocol/outbound-session.ts';
import { numberFault, numberIn, targetOf } from './whom.ts';

describe('a number somebody typed', () => {
  it.each([
    ['+49 1555 000-0001', '+4915550000001'],
    ['0049 (1555) 000.0001', '+4915550000001'],
    ['16145550123', '+16145550123'],
    [' +1/614/555 0123 ', '+16145550123'],
    ['+123456', '+123456'],
    ['+123456789012345', '+123456789012345'],
  ])('%s is %s, and the server takes it', (text, number) => {
    expect(numberIn(text)).toBe(number);
    expect(sessionTargetSchema.safeParse(targetOf({ kind: 'number', number })).success).toBe(true);
  });

  it.each([
    '',
    '+',
    'Akela',
    '12345',
    '+1234567890123456',
    '01555 0000001',
    '+49 1555 x',
    '++491555000',
    '+0123456789',
  ])('%j is none', (text) => {
    expect(numberIn(text)).toBeUndefined();
  });
});

describe('what is wrong with a number', () => {
  it.each([
    ['+1 555 abc', 'other-characters', 'abc'],
    ['+49 1555+000', 'other-characters', '+'],
    ['01555 0000001', 'no-country-code', '01555 0000001'],
    ['+0 123 456 789', 'no-country-code', '+0 123 456 789'],
    ['+49 15', 'too-short', '+49 15'],
    ['+1234567890123456', 'too-long', '+1234567890123456'],
  ])('%s: %s', (text, what, part) => {
    expect(numberFault(text)).toEqual({ what, part });
  });

  it.each(['', 'Akela', '+', 'Kaa 2', '+49 1555 0000001', '16145550123'])('nothing is said of %j', (text) => {
    expect(numberFault(text)).toBeUndefined();
  });
});
