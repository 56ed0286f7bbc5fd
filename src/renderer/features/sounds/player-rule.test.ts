import { describe, expect, it } from 'vitest';
import { type PlayerState, silence, stopped, type Wish, wished } from './player-rule.ts';

const wish = (key: string, priority: number, duration: number): Wish => ({
  key,
  sound: { file: `${key}.wav`, priority, duration, device: 'primary' },
});
const names = ({ playing, waiting }: PlayerState) => [playing?.key ?? null, ...waiting.map(({ key }) => key)];
const heard = (...wishes: Wish[]) => wishes.reduce(wished, silence);

const offer = wish('offer', 10, -1);
const bell = wish('bell', 5, 0);
const warning = wish('warning', 20, 0);

describe('which sound is heard', () => {
  it('is the only one', () => expect(names(heard(offer))).toEqual(['offer']));

  it('is the more important one; what rings until answered goes on afterwards, what ends by itself does not', () => {
    const interrupted = heard(offer, warning);
    expect(names(interrupted)).toEqual(['warning', 'offer']);
    expect(names(stopped(interrupted, 'warning'))).toEqual(['offer']);
    expect(names(heard(bell, warning))).toEqual(['warning']);
  });

  it('is not a less important one that ends by itself, not even later', () => {
    expect(names(heard(offer, bell))).toEqual(['offer']);
    expect(names(stopped(heard(offer, bell), 'offer'))).toEqual([null]);
  });

  it('is, of the same importance, the later one, unless one rings until answered', () => {
    expect(names(heard(bell, wish('other', 5, 500)))).toEqual(['other']);
    const second = wish('second', 10, -1);
    expect(names(heard(offer, second))).toEqual(['offer', 'second']);
    expect(names(stopped(heard(offer, second), 'offer'))).toEqual(['second']);
  });

  it('is the same one anew when it is wanted again', () => {
    expect(names(heard(offer, wish('offer', 10, 0)))).toEqual(['offer']);
    expect(heard(bell, bell).playing).toBe(bell);
  });

  it('is, of several that wait, the most important, and of those the first', () => {
    const waiting = heard(wish('a', 30, -1), wish('b', 10, -1), wish('c', 20, -1), wish('d', 20, -1));
    expect(names(stopped(waiting, 'a'))).toEqual(['c', 'b', 'd']);
  });

  it('is none once all are answered, in whatever order', () => {
    const waiting = heard(wish('a', 10, -1), wish('b', 10, -1));
    expect(names(stopped(stopped(waiting, 'b'), 'a'))).toEqual([null]);
    expect(stopped(silence, 'unknown')).toEqual(silence);
  });
});
