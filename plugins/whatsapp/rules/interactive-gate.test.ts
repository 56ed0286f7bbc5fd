import { describe, expect, it } from 'vitest';
import type { InteractiveContent } from '#shared/plugin-api/domain.ts';
import { cloudApi } from '../profiles/cloud-api.ts';
import { checkSend, type SendRequest } from './send-gate.ts';

const NOW = Date.UTC(2026, 0, 5, 9, 0, 0);
const window = { opensAt: NOW - 1000, closesAt: NOW + 1000, why: 'customer-message' as const };
const limits = cloudApi.interactive;

type Of<T extends InteractiveContent['type']> = Extract<InteractiveContent, { type: T }>;

const frame = { header: null, body: 'Which one?', footer: null };
const buttons = (changes: Partial<Of<'buttons'>> = {}): InteractiveContent => ({
  type: 'buttons',
  ...frame,
  buttons: [{ id: 'yes', title: 'Yes' }],
  ...changes,
});
const list = (changes: Partial<Of<'list'>> = {}): InteractiveContent => ({
  type: 'list',
  ...frame,
  button: 'Choose',
  sections: [{ title: '', rows: [{ id: 'a', title: 'A' }] }],
  ...changes,
});
const link = (changes: Partial<Of<'url'>> = {}): InteractiveContent => ({
  ...{ type: 'url', ...frame, title: 'Open', url: 'https://jungle.example/' },
  ...changes,
});
const titles = (...names: readonly string[]) => names.map((title, index) => ({ id: String(index), title }));
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, title: `Row ${index}` }));
const file = (name: string) => ({ from: 'library', responseId: 'r', name }) as const;
const section = (title: string, ...names: readonly string[]) => ({
  title,
  rows: names.map((name) => ({ id: `${title}-${name}`, title: name })),
});

function codes(interactive: InteractiveContent, request: Partial<SendRequest> = {}): readonly string[] {
  const content = { kind: 'interactive', interactive } as const;
  const verdict = checkSend({ content, now: NOW, interaction: { stage: 'assigned', window }, ...request });
  return verdict.allowed ? [] : verdict.findings.map(({ code, field }) => `${code} ${field}`);
}

const table: readonly (readonly [string, InteractiveContent, readonly string[]])[] = [
  ['one button', buttons(), []],
  ['three buttons', buttons({ buttons: titles('a', 'b', 'c') }), []],
  ['no button', buttons({ buttons: [] }), ['count interactive.buttons']],
  ['four buttons', buttons({ buttons: titles('a', 'b', 'c', 'd') }), ['count interactive.buttons']],
  ['an empty title', buttons({ buttons: titles(' ') }), ['missing interactive.buttons.0.title']],
  ['a title of twenty', buttons({ buttons: titles('x'.repeat(20)) }), []],
  ['a title of twenty-one', buttons({ buttons: titles('x'.repeat(21)) }), ['too-long interactive.buttons.0.title']],
  ['two titles alike', buttons({ buttons: titles('Yes', 'Yes ') }), ['repeated interactive.buttons.1.title']],
  [
    'two ids alike',
    buttons({
      buttons: [
        { id: 'a', title: 'A' },
        { id: 'a', title: 'B' },
      ],
    }),
    ['repeated interactive.buttons.1.id'],
  ],
  ['an empty text', buttons({ body: '\n' }), ['missing interactive.body']],
  ['as long a text as may be', buttons({ body: 'x'.repeat(limits.body.max) }), []],
  ['too long a text', buttons({ body: 'x'.repeat(limits.body.max + 1) }), ['too-long interactive.body']],
  ['an empty footer', buttons({ footer: '' }), ['missing interactive.footer']],
  ['too long a footer', buttons({ footer: 'x'.repeat(61) }), ['too-long interactive.footer']],
  ['an empty header', buttons({ header: { format: 'text', text: '' } }), ['missing interactive.header']],
  ['too long a header', buttons({ header: { format: 'text', text: 'x'.repeat(61) } }), ['too-long interactive.header']],
  ['a picture', buttons({ header: { format: 'image', file: file('a.jpg') } }), []],
  [
    'a text as a picture',
    buttons({ header: { format: 'image', file: file('a.txt') } }),
    ['file-type interactive.header'],
  ],
  ['a list', list(), []],
  [
    'a list with a picture',
    list({ header: { format: 'image', file: file('a.jpg') } }),
    ['header-format interactive.header'],
  ],
  ['a list without button', list({ button: '' }), ['missing interactive.button']],
  ['ten entries', list({ sections: [{ title: '', rows: rows(10) }] }), []],
  [
    'eleven entries in two sections',
    list({
      sections: [
        { title: 'a', rows: rows(5) },
        { title: 'b', rows: rows(11).slice(5) },
      ],
    }),
    ['count interactive.rows'],
  ],
  ['no section', list({ sections: [] }), ['count interactive.sections', 'count interactive.rows']],
  ['an empty section', list({ sections: [section('a', 'A'), section('b')] }), ['count interactive.sections.1.rows']],
  [
    'several sections without titles',
    list({ sections: [section('', 'A'), section(' ', 'B')] }),
    ['missing interactive.sections.0.title', 'missing interactive.sections.1.title'],
  ],
  [
    'two equal titles',
    list({ sections: [section('a', 'Same', 'Same')] }),
    ['repeated interactive.sections.0.rows.1.title', 'repeated interactive.sections.0.rows.1.id'],
  ],
  [
    'two equal titles in two sections',
    list({ sections: [section('a', 'Same'), section('b', 'Same')] }),
    ['repeated interactive.sections.1.rows.0.title'],
  ],
  [
    'an entry of twenty-five',
    list({ sections: [section('a', 'x'.repeat(25))] }),
    ['too-long interactive.sections.0.rows.0.title'],
  ],
  [
    'a description of seventy-three',
    list({ sections: [{ title: '', rows: [{ id: 'a', title: 'A', description: 'x'.repeat(73) }] }] }),
    ['too-long interactive.sections.0.rows.0.description'],
  ],
  ['a link', link(), []],
  ['a link without scheme', link({ url: 'jungle.example' }), ['url interactive.url']],
  ['a link that runs scripts', link({ url: 'javascript:alert(1)' }), ['url interactive.url']],
  ['a link with a blank', link({ url: 'https://jungle.example/a b' }), ['url interactive.url']],
  ['too long a link text', link({ title: 'x'.repeat(21) }), ['too-long interactive.title']],
];

describe('reply buttons, lists and links', () => {
  it.each(table)('%s', (_, interactive, found) => expect(codes(interactive)).toEqual(found));

  it('leave only inside the window, and the way out is named', () => {
    const closed = { interaction: { stage: 'assigned', window: { ...window, closesAt: NOW } } } as const;
    expect(codes(buttons(), closed)).toEqual(['window-closed message']);
    const content = { kind: 'interactive', interactive: list() } as const;
    const verdict = checkSend({ content, now: NOW, ...closed });
    expect(verdict.allowed ? '' : verdict.findings[0].nextStep).toContain('notification');
  });
});
