import { describe, expect, it } from 'vitest';
import { autoAnswerIn } from './auto-answer.ts';

const OFFERED = 1_000_000;
const offer = { offeredAt: OFFERED, deadline: OFFERED + 30_000 };

describe('autoAnswerIn', () => {
  it.each([
    ['leaves it to the agent', undefined, 0, undefined],
    ['is at once without a preview', 0, 0, 0],
    ['counts down', 5, 1_500, 4],
    ['is now at its end', 5, 5_000, 0],
    ['is now when that has passed', 5, 9_000, 0],
    ['comes before the deadline', 60, 0, 29],
  ])('%s', (_, after, passed, left) => expect(autoAnswerIn(offer, after, OFFERED + passed)).toBe(left));

  it('is at once for a preview too short for anything else', () => {
    expect(autoAnswerIn({ offeredAt: OFFERED, deadline: OFFERED + 500 }, 10, OFFERED)).toBe(0);
  });
});
