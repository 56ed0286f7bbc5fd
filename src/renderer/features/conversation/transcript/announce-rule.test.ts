import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import { sampleMessage } from '../../../../../tests/renderer-harness/samples.ts';
import { GATHER, type Heard, hear, nothingHeard, PAUSE, said, waitBefore } from './announce-rule.ts';

function message(arrivalOrder: number, direction: Message['direction'] = 'in'): Message {
  return sampleMessage({ interactionId: 'akela', arrivalOrder, direction, text: `line ${arrivalOrder}` });
}

interface Said {
  readonly at: number;
  readonly count: number;
  readonly first: Message | undefined;
}

/** Plays a transcript that grows at these times, as the announcer does with its one timer. */
function play(there: readonly Message[], arrivals: readonly { readonly at: number; readonly message: Message }[]) {
  const announcements: Said[] = [];
  const shown = [...there];
  let heard: Heard = hear(nothingHeard, shown);
  let due: number | undefined;
  const speakUntil = (now: number) => {
    if (due === undefined || due > now) return;
    announcements.push({ at: due, count: heard.count, first: heard.first });
    heard = said(heard, due);
    due = undefined;
  };
  for (const arrival of arrivals) {
    speakUntil(arrival.at);
    shown.push(arrival.message);
    // The page may draw the same messages more than once.
    heard = hear(hear(heard, shown), shown);
    if (heard.count > 0) due ??= arrival.at + waitBefore(heard, arrival.at);
  }
  speakUntil(Number.POSITIVE_INFINITY);
  return announcements;
}

describe('the announcements of new messages', () => {
  it('say what comes alone after a moment, and nothing of what was there', () => {
    expect(play([message(1), message(2)], [])).toEqual([]);
    const next = message(3);
    expect(play([message(1), message(2)], [{ at: 10_000, message: next }])).toEqual([
      { at: 10_000 + GATHER, count: 1, first: next },
    ]);
  });

  it('say a burst of 50 in one sentence', () => {
    const burst = Array.from({ length: 50 }, (_, nth) => ({ at: 10_000 + nth * 10, message: message(nth + 2) }));
    expect(play([message(1)], burst).map(({ count }) => count)).toEqual([50]);
  });

  it('say nothing of own messages, of system lines and of those that wait on this desk', () => {
    const others = [message(2, 'out'), message(3, 'system'), message(0, 'out')];
    const arrivals = others.map((each, nth) => ({ at: nth * 1000, message: each }));
    expect(play([message(1)], arrivals)).toEqual([]);
  });

  it('count each customer message once and are few, however they come', () => {
    const steps = fc.array(
      fc.record({ gap: fc.integer({ min: 0, max: 3000 }), direction: fc.constantFrom('in', 'in', 'out' as const) }),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(steps, (given) => {
        let at = 0;
        const arrivals = given.map(({ gap, direction }, nth) => {
          at += gap;
          return { at, message: message(nth + 2, direction) };
        });
        const announcements = play([message(1)], arrivals);
        const incoming = arrivals.filter((arrival) => arrival.message.direction === 'in');
        expect(announcements.reduce((sum, { count }) => sum + count, 0)).toBe(incoming.length);
        // Each message is said soon.
        const last = incoming.at(-1);
        if (last) expect((announcements.at(-1)?.at ?? Number.NaN) - last.at).toBeLessThanOrEqual(PAUSE);
        for (const [nth, announcement] of announcements.entries()) {
          const before = announcements[nth - 1];
          if (before) expect(announcement.at - before.at).toBeGreaterThanOrEqual(PAUSE);
        }
        expect(announcements.length).toBeLessThanOrEqual(1 + Math.ceil((at + GATHER) / PAUSE));
      }),
    );
  });
});
