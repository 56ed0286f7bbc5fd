import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { Announcer } from './announcer.ts';

function announcer() {
  const clock = new ManualClock();
  const subject = new Announcer(clock);
  const spoken: string[] = [];
  subject.store.subscribe(({ text }) => spoken.push(text));
  return { clock, subject, spoken };
}

describe('Announcer', () => {
  it('speaks a burst together, each sentence once', () => {
    const { clock, subject, spoken } = announcer();
    for (const sentence of ['One.', 'Two.', 'One.']) subject.announce(sentence);
    clock.advance(400);
    expect(spoken).toEqual(['One. Two.']);
  });

  it('speaks the latest of many', () => {
    const { clock, subject, spoken } = announcer();
    for (const sentence of ['1', '2', '3', '4', '5']) subject.announce(sentence);
    clock.advance(400);
    expect(spoken).toEqual(['3 4 5']);
  });

  it('changes the region also for the same words again, or they would not be spoken', () => {
    const { clock, subject, spoken } = announcer();
    subject.announce('Again.');
    clock.advance(400);
    subject.announce('Again.');
    clock.advance(400);
    expect(spoken[1]).not.toBe(spoken[0]);
    expect(spoken[1]?.trim()).toBe('Again.');
  });
});
