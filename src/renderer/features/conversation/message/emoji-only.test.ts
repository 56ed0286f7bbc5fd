import { describe, expect, it } from 'vitest';
import { emojiOnly } from './emoji-only.ts';

describe('emojiOnly', () => {
  it.each([
    ['👍', 1],
    ['❤️', 1],
    ['👩‍👩‍👧‍👦', 1],
    ['👍🏽', 1],
    ['🇩🇪 🇮🇳', 2],
    ['1️⃣', 1],
    ['🙂 🙂\n🙂', 3],
    ['😀'.repeat(12), 12],
    ['☺️✌🏻', 2],
  ])('%s is %i', (text, count) => expect(emojiOnly(text)).toBe(count));

  it.each(['', ' ', 'ok', '👍 ok', '1', '12', '#', '©', '™', ':-)', '😀'.repeat(13), '👍'.repeat(10_000)])(
    'no emoji alone: %j',
    (text) => expect(emojiOnly(text)).toBe(0),
  );
});
