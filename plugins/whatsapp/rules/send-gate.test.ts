import { describe, expect, it } from 'vitest';
import { cloudApi } from '../profiles/cloud-api.ts';
import type { Original } from './original.ts';
import { checkSend, explain, type SendRequest } from './send-gate.ts';

const NOW = Date.UTC(2026, 0, 5, 9, 0, 0);
const DAY = cloudApi.window.customerServiceSeconds * 1000;
const open = { opensAt: NOW - 1000, closesAt: NOW - 1000 + DAY, why: 'customer-message' as const };
const text = (value: string): SendRequest['content'] => ({ kind: 'text', text: value });

const base: SendRequest = {
  content: text('Good morning'),
  interaction: { stage: 'assigned', window: open },
  now: NOW,
  maxTextBytes: 4096,
};

const closed = { ...open, opensAt: NOW - DAY, closesAt: NOW };
const max = cloudApi.text.body.max;

const MONTH = cloudApi.reaction.maxAgeSeconds * 1000;
const original: Original = {
  ...{ kind: 'text', direction: 'in', status: 'received', providerId: 'wamid.1', revokedAt: null },
  ...{ originTime: NOW - 1000, arrivalTime: NOW },
};
const react = (emoji: string): SendRequest['content'] => ({ kind: 'reaction', messageId: 'm1', emoji });
const quote: SendRequest['content'] = { kind: 'text', text: 'Yes', quotedProviderId: 'wamid.1' };
const about = (changes: Partial<Original>, content = react('👍')) => ({
  content,
  original: { ...original, ...changes },
});

/** What is asked, and the codes of the findings in their order; none means it may leave. */
const table: readonly (readonly [string, Partial<SendRequest>, readonly string[]])[] = [
  ['a text inside the window', {}, []],
  ['a quote', { content: { kind: 'text', text: 'Yes', quotedProviderId: 'wamid.1' } }, []],
  [
    'one millisecond before the window closes',
    { interaction: { stage: 'assigned', window: open }, now: open.closesAt - 1 },
    [],
  ],
  [
    'at the moment the window closes',
    { interaction: { stage: 'assigned', window: open }, now: open.closesAt },
    ['window-closed'],
  ],
  ['after the window', { interaction: { stage: 'assigned', window: closed } }, ['window-closed']],
  ['a contact who never wrote', { interaction: { stage: 'assigned', window: null } }, ['window-closed']],
  ['a done interaction', { interaction: { stage: 'done', window: open } }, ['interaction-done']],
  [
    'a done interaction outside the window',
    { interaction: { stage: 'done', window: closed } },
    ['interaction-done', 'window-closed'],
  ],
  [
    'a group, which has no window',
    { interaction: { stage: 'assigned', window: null, attachedData: { _umsGroupId: 'g1' } } },
    ['group'],
  ],
  ['no group', { interaction: { stage: 'assigned', window: open, attachedData: { _umsGroupId: '' } } }, []],
  ['an empty text', { content: text('') }, ['text-empty']],
  ['only blanks and line breaks', { content: text(' \n\t\u00a0\u2003') }, ['text-empty']],
  ['only characters nobody sees', { content: text('\u200b\u200d\u2060') }, ['text-empty']],
  ['one emoji joined by invisible characters', { content: text('👩‍👩‍👧') }, []],
  ['a reaction', about({}), []],
  ['a reaction that is taken back', about({}, react('')), []],
  ['a reaction of several code points', about({}, react('👩‍👩‍👧')), []],
  ['a flag', about({}, react('🇩🇪')), []],
  ['a heart of old', about({}, react('❤️')), []],
  ['two emoji', about({}, react('👍👍')), ['reaction-emoji']],
  ['a letter', about({}, react('a')), ['reaction-emoji']],
  ['a digit, which has no picture', about({}, react('1')), ['reaction-emoji']],
  [
    'a reaction outside the window',
    { ...about({}), interaction: { stage: 'assigned', window: closed } },
    ['window-closed'],
  ],
  ['a reaction to what is not here', { content: react('👍'), original: null }, ['reaction-target']],
  ['a reaction to a reaction', about({ kind: 'reaction' }), ['reaction-target']],
  ['a reaction to a system note', about({ direction: 'system' }), ['reaction-target']],
  ['a reaction to what was deleted', about({ revokedAt: NOW }), ['reaction-target']],
  ['a reaction to what the provider gave no id', about({ providerId: null }), ['reaction-target']],
  ['a reaction to an answer on its way', about({ direction: 'out', status: 'accepted', providerId: null }), []],
  ['a reaction to an answer that failed', about({ direction: 'out', status: 'failed' }), ['reaction-target']],
  ['a reaction after thirty days to the millisecond', about({ originTime: NOW - MONTH }), []],
  ['a reaction after more', about({ originTime: NOW - MONTH - 1 }), ['reaction-too-old']],
  ['a reaction to what nobody looked up', { content: react('👍') }, []],
  ['a quote of what is there', { content: quote, original }, []],
  ['a quote of what is not', { content: quote, original: null }, ['quote-impossible']],
  ['a quote of a reaction', about({ kind: 'reaction' }, quote), ['quote-impossible']],
  ['a quote of what was deleted', about({ revokedAt: NOW }, quote), ['quote-impossible']],
  ['a quote after more than thirty days', about({ originTime: NOW - MONTH - 1 }, quote), ['quote-impossible']],
  ['as many characters as the API takes', { content: text('a'.repeat(max)) }, []],
  ['one character more', { content: text('a'.repeat(max + 1)) }, ['text-too-long']],
  [
    'one character more, with a looser option',
    { content: text('a'.repeat(max + 1)), maxTextBytes: 1_000_000 },
    ['text-too-long'],
  ],
  ['as many bytes as the option allows', { content: text('é'.repeat(50)), maxTextBytes: 100 }, []],
  ['one byte more', { content: text(`${'é'.repeat(50)}a`), maxTextBytes: 100 }, ['text-too-long']],
  [
    'many bytes but few characters, with a looser option',
    { content: text('😀'.repeat(max)), maxTextBytes: 1_000_000 },
    [],
  ],
  [
    'empty and outside the window',
    { content: text(' '), interaction: { stage: 'assigned', window: closed } },
    ['window-closed', 'text-empty'],
  ],
];

describe('checkSend', () => {
  it.each(table)('%s', (_, change, codes) => {
    const verdict = checkSend({ ...base, ...change });
    expect(verdict.allowed ? [] : verdict.findings.map((finding) => finding.code)).toEqual(codes);
  });

  it('asks nothing of bytes where no option is given', () => {
    const { maxTextBytes: _, ...server } = base;
    expect(checkSend({ ...server, content: text('é'.repeat(max)) }).allowed).toBe(true);
  });

  it('says how much is too much', () => {
    const verdict = checkSend({ ...base, content: text('a'.repeat(max + 3)) });
    expect(verdict.allowed ? '' : explain(verdict.findings[0])).toBe(
      'The message was not sent: it has 4099 characters and WhatsApp takes 4096. Shorten it by 3 characters.',
    );
  });
});
