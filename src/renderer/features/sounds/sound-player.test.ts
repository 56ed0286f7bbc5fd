import { expect, it } from 'vitest';
import { disposable } from '#shared/disposable.ts';
import type { Wish } from './player-rule.ts';
import { SoundPlayer } from './sound-player.ts';

function setUp() {
  const heard: string[] = [];
  const ends: (() => void)[] = [];
  const player = new SoundPlayer({
    play({ file }, onEnd) {
      heard.push(file);
      ends.push(onEnd);
      return disposable(() => heard.push(`-${file}`));
    },
  });
  const wish = (key: string, priority: number, duration: number): Wish => ({
    key,
    sound: { file: key, priority, duration, device: 'primary' },
  });
  return { heard, ends, player, wish };
}

it('silences what was heard before it plays the next', () => {
  const { heard, ends, player, wish } = setUp();
  player.play(wish('offer', 10, -1));
  player.play(wish('warning', 20, 0));
  expect(heard).toEqual(['offer', '-offer', 'warning']);
  ends[1]?.();
  expect(heard.slice(3)).toEqual(['-warning', 'offer']);
  player.stop('offer');
  expect(heard.at(-1)).toBe('-offer');
});

it('takes no notice of the end of a sound that was interrupted', () => {
  const { heard, ends, player, wish } = setUp();
  player.play(wish('bell', 5, 0));
  player.play(wish('bell', 5, 0));
  ends[0]?.();
  expect(heard).toEqual(['bell', '-bell', 'bell']);
});
