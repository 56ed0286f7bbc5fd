import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { ok } from '#shared/result.ts';
import { type InteractionMedia, plainMedia } from './media.ts';
import { Typing } from './typing.ts';

const media: InteractionMedia = { readMarks: 'on-view', typingSeconds: 20 };

function setUp(mediaOf: () => InteractionMedia | undefined = () => media) {
  const clock = new ManualClock();
  const told: string[] = [];
  const state = { isConnected: true };
  const typing = new Typing({
    clock,
    isConnected: () => state.isConnected,
    mediaOf,
    tell: async ({ interactionId }) => {
      told.push(interactionId);
      return ok({});
    },
  });
  return { clock, told, state, typing };
}

describe('typing', () => {
  it('is told when it begins and then as often as the medium says, in each conversation', () => {
    const { clock, told, typing } = setUp();
    for (let key = 0; key < 50; key += 1) {
      typing.typed('a');
      if (key === 10) typing.typed('b');
      clock.advance(500);
    }
    expect(told).toEqual(['a', 'b', 'a']);
  });

  it('is forgotten while there is no connection', () => {
    const { told, state, typing } = setUp();
    state.isConnected = false;
    typing.typed('a');
    state.isConnected = true;
    expect(told).toEqual([]);
    typing.typed('a');
    expect(told).toEqual(['a']);
  });

  it.each<[string, InteractionMedia | undefined]>([
    ['a medium without it', plainMedia],
    ['messages that are never marked as read', { ...media, readMarks: 'never' }],
    ['an interaction that is not in hand', undefined],
  ])('is not told: %s', (_name, of) => {
    const { told, typing } = setUp(() => of);
    typing.typed('a');
    expect(told).toEqual([]);
  });
});
