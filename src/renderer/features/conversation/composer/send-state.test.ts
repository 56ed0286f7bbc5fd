import { describe, expect, it } from 'vitest';
import { countOf, hindranceOf, type SendFacts, withoutSent } from './send-state.ts';

const fine: SendFacts = {
  text: 'Hello',
  size: { used: 5, limit: 100 },
  window: { state: 'open', minutes: 600 },
  open: true,
  unanswerable: false,
  stale: false,
  connected: true,
};

describe('hindranceOf', () => {
  it.each<[string, Partial<SendFacts>, string | undefined]>([
    ['nothing', {}, undefined],
    ['a medium without a window', { window: { state: 'irrelevant' } }, undefined],
    ['at the limit', { size: { used: 100, limit: 100 } }, undefined],
    ['one byte over', { size: { used: 101, limit: 100 } }, 'too-long'],
    ['nothing written', { text: '' }, 'empty'],
    ['only blanks', { text: ' \n ' }, 'empty'],
    ['closed', { window: { state: 'closed' } }, 'window-closed'],
    ['closed and empty', { window: { state: 'closed' }, text: '' }, 'window-closed'],
    ['the customer never wrote', { window: { state: 'none' } }, 'window-none'],
    ['done', { open: false, window: { state: 'closed' } }, 'not-open'],
    ['a group', { unanswerable: true, window: { state: 'none' } }, 'unanswerable'],
    ['messages are missing', { stale: true }, 'stale'],
    ['messages are missing while offline', { stale: true, connected: false }, undefined],
    ['offline', { connected: false }, undefined],
  ])('%s', (_, change, hindrance) => expect(hindranceOf({ ...fine, ...change })).toBe(hindrance));
});

describe('countOf', () => {
  it.each([
    [0, 100, undefined],
    [79, 100, undefined],
    [80, 100, 20],
    [100, 100, 0],
    [123, 100, -23],
    [0, 0, undefined],
  ])('%i of %i', (used, limit, left) => expect(countOf({ used, limit })?.left).toBe(left));
});

describe('withoutSent', () => {
  it.each([
    ['nothing more was written', 'Hello ', 'Hello ', ''],
    ['more was written behind it', 'Hello and', 'Hello', ' and'],
    ['the box was emptied meanwhile', '', 'Hello', ''],
    ['it was changed in the middle', 'Help', 'Hello', 'Help'],
  ])('keeps what is not sent when %s', (_case, current, sent, left) => {
    expect(withoutSent(current, sent)).toBe(left);
  });
});
