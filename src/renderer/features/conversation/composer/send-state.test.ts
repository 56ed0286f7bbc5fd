import { describe, expect, it } from 'vitest';
import { countOf, hindranceOf, type SendFacts, withoutSent } from './send-state.ts';

const fine: SendFacts = {
  text: 'Hello',
  size: { used: 5, limit: 100 },
  mode: 'write',
  files: [],
  stale: false,
  connected: true,
  finding: undefined,
};
const file = { responseId: 'r', name: 'map.pdf', file: { name: 'map.pdf', mimeType: 'application/pdf', size: 1 } };
const missing = { ...file, file: null };

describe('hindranceOf', () => {
  it.each<[string, Partial<SendFacts>, string | undefined]>([
    ['nothing', {}, undefined],
    ['the window closes soon', { mode: 'closing' }, undefined],
    ['it goes as a notification', { mode: 'automatic' }, undefined],
    ['at the limit', { size: { used: 100, limit: 100 } }, undefined],
    ['one byte over', { size: { used: 101, limit: 100 } }, 'too-long'],
    ['nothing written', { text: '' }, 'empty'],
    ['only blanks', { text: ' \n ' }, 'empty'],
    ['only a file', { text: '', files: [file] }, undefined],
    ['only a file that is missing', { text: '', files: [missing] }, 'file-missing'],
    ['a file once the window is closed', { files: [file], mode: 'automatic' }, 'files-closed'],
    ['only notifications', { mode: 'notification' }, 'mode'],
    ['only notifications and empty', { mode: 'notification', text: '' }, 'mode'],
    ['opted out', { mode: 'opted-out' }, 'mode'],
    ['a group', { mode: 'group' }, 'mode'],
    ['done', { mode: 'done', stale: true }, 'mode'],
    ['messages are missing', { stale: true }, 'stale'],
    ['messages are missing while offline', { stale: true, connected: false }, undefined],
    ['a field code', { text: 'Dear $Contact.FirstName$' }, 'unresolved'],
    ['what the medium says', { mode: 'automatic', finding: 'Too long.' }, 'content'],
    ['what the medium says of no text', { mode: 'automatic', finding: 'Empty.', text: '' }, 'empty'],
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
