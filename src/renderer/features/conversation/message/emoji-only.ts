const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const EMOJI =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Emoji_Modifier_Base}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;
/** More than this many are a text of emoji and stay small. */
const MOST = 12;
/** The longest emoji (a family with skin tones) has some 35 units. */
const LONGEST = MOST * 40;

/** How many emoji a text holds when it holds nothing else, up to twelve; 0 otherwise. */
export function emojiOnly(text: string): number {
  // Nearly every text is words: only what begins with an emoji is worth the costly cutting.
  if (text.length > LONGEST || !EMOJI.test(text.trimStart())) return 0;
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (segment.trim() === '') continue;
    if (!EMOJI.test(segment)) return 0;
    count += 1;
  }
  return count <= MOST ? count : 0;
}
