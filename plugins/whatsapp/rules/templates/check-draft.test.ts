import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TemplateButton, TemplateDraft } from '#shared/plugin-api/domain.ts';
import { checkDraft } from './check-draft.ts';

const draft: TemplateDraft = {
  channel: 'jungle',
  name: 'order_shipped',
  language: 'en_US',
  category: 'utility',
  header: { text: 'Order {{1}}', examples: { 1: 'J-1042' } },
  body: { text: 'Hello {{1}}, it comes on {{2}}, we promise.', examples: { 1: 'Akela', 2: 'Friday' } },
  footer: 'Jungle support',
  buttons: [
    { type: 'quick-reply', title: 'Talk to us' },
    { type: 'quick-reply', title: 'Stop' },
    { type: 'url', title: 'Track', url: 'https://a.example/{{1}}', hasParameter: true, example: 'https://a.example/1' },
    { type: 'call', title: 'Call us', phoneNumber: '+15550100199' },
    { type: 'copy-code', title: '', example: 'JUNGLE15' },
  ],
};

const body = (text: string, examples: Record<string, string> = { 1: 'a', 2: 'b' }) => ({ body: { text, examples } });
const header = (text: string, examples: Record<string, string> = { 1: 'a' }) => ({ header: { text, examples } });
const quick = (title: string): TemplateButton => ({ type: 'quick-reply', title });
const link = (url: string, example = ''): TemplateButton => ({
  ...{ type: 'url', title: 'Go', hasParameter: true },
  ...{ url, example },
});
const call = (phoneNumber: string): TemplateButton => ({ type: 'call', title: 'Call', phoneNumber });
const code = (example: string): TemplateButton => ({ type: 'copy-code', title: '', example });

type Case = readonly [what: string, change: Partial<TemplateDraft>, field: string, code: string];

const refused: readonly Case[] = [
  ['no name', { name: '' }, 'name', 'missing'],
  ['capitals in the name', { name: 'Order' }, 'name', 'characters'],
  ['a hyphen in the name', { name: 'order-shipped' }, 'name', 'characters'],
  ['a name that is too long', { name: 'a'.repeat(513) }, 'name', 'too-long'],
  ['a language nobody has', { language: 'xx' }, 'language', 'language'],
  ['a language with a hyphen', { language: 'en-US' }, 'language', 'language'],
  ['a code', { category: 'authentication' }, 'category', 'category'],
  ['an empty header', header(' '), 'header.text', 'missing'],
  ['a long header', header('a'.repeat(61)), 'header.text', 'too-long'],
  ['two parameters in the header', header('{{1}} and {{2}}', { 1: 'a', 2: 'b' }), 'header.text', 'parameter-count'],
  ['bold in the header', header('*Order* {{1}}'), 'header.text', 'characters'],
  ['a header without example', header('Order {{1}}', {}), 'header.examples.1', 'example-missing'],
  ['names in the header only', header('Order {{no}}', { no: '1' }), 'header.text', 'parameter-mixed'],
  ['no text', body('', {}), 'body.text', 'missing'],
  ['a long text', body('a'.repeat(1025)), 'body.text', 'too-long'],
  ['a parameter at the start', body('{{1}} is on its way to you'), 'body.text', 'parameter-edge'],
  ['a parameter at the end', body('On its way to you is {{1}} '), 'body.text', 'parameter-edge'],
  ['parameters side by side', body('Hello my dear {{1}} {{2}}, how are you today?'), 'body.text', 'parameter-adjacent'],
  ['a gap', body('Hello {{1}}, it comes on {{3}} or so.', { 1: 'a', 3: 'b' }), 'body.text', 'parameter-order'],
  ['not from one', body('Hello {{2}}, how are you?'), 'body.text', 'parameter-order'],
  [
    'numbers and names',
    body('Hello {{1}}, how is {{pet}} today?', { 1: 'a', pet: 'b' }),
    'body.text',
    'parameter-mixed',
  ],
  ['capitals in a parameter', body('Hello {{Name}}, how are you?', { Name: 'a' }), 'body.text', 'parameter-name'],
  ['a sign in a parameter', body('Hello {{a#}}, how are you?', { 'a#': 'a' }), 'body.text', 'parameter-name'],
  ['braces that do not close', body('Hello {{1}, how are you?'), 'body.text', 'braces'],
  ['too few words', body('Hi {{1}}, {{2}}.'), 'body.text', 'parameter-count'],
  ['no example', body('Hello {{1}}, how are you?', { 1: ' ' }), 'body.examples.1', 'example-missing'],
  ['an empty footer', { footer: '' }, 'footer', 'missing'],
  ['a long footer', { footer: 'a'.repeat(61) }, 'footer', 'too-long'],
  ['a parameter in the footer', { footer: 'Yours {{1}}' }, 'footer', 'parameter-count'],
  ['eleven buttons', { buttons: Array.from({ length: 11 }, () => quick('Yes')) }, 'buttons', 'button-count'],
  [
    'three links',
    { buttons: ['a', 'b', 'c'].map((end) => link(`https://a.example/${end}`)) },
    'buttons',
    'button-count',
  ],
  ['two calls', { buttons: [call('+1'), call('+2')] }, 'buttons', 'button-count'],
  ['two codes', { buttons: [code('A'), code('B')] }, 'buttons', 'button-count'],
  ['mixed groups', { buttons: [quick('A'), call('+1'), quick('B')] }, 'buttons', 'button-order'],
  ['no label', { buttons: [quick('')] }, 'buttons.0.title', 'missing'],
  ['a long label', { buttons: [quick('a'.repeat(26))] }, 'buttons.0.title', 'too-long'],
  ['an emoji in a label', { buttons: [quick('Yes 🌿')] }, 'buttons.0.title', 'characters'],
  ['a parameter in a label', { buttons: [quick('Yes {{1}}')] }, 'buttons.0.title', 'characters'],
  ['no address', { buttons: [link('')] }, 'buttons.0.url', 'missing'],
  ['another scheme', { buttons: [link('tel:1')] }, 'buttons.0.url', 'url'],
  ['a parameter within', { buttons: [link('https://a.example/{{1}}/x', 'x')] }, 'buttons.0.url', 'url'],
  ['two parameters', { buttons: [link('https://a.example/{{1}}{{2}}', 'x')] }, 'buttons.0.url', 'url'],
  ['the same one twice', { buttons: [link('https://a.example/{{1}}/{{1}}', 'x')] }, 'buttons.0.url', 'url'],
  [
    'an address without example',
    { buttons: [link('https://a.example/{{1}}')] },
    'buttons.0.example',
    'example-missing',
  ],
  ['words for a number', { buttons: [call('call me')] }, 'buttons.0.phoneNumber', 'characters'],
  ['a long number', { buttons: [call('1'.repeat(21))] }, 'buttons.0.phoneNumber', 'too-long'],
  ['no code', { buttons: [code('')] }, 'buttons.0.example', 'missing'],
  ['a long code', { buttons: [code('A'.repeat(21))] }, 'buttons.0.example', 'too-long'],
];

describe('a template that is handed in', () => {
  it('may have everything', () => expect(checkDraft(draft)).toEqual([]));

  it.each(refused)('is refused for %s', (_what, change, field, wanted) => {
    const findings = checkDraft({ ...draft, ...change });
    expect(findings).toContainEqual(expect.objectContaining({ field, code: wanted }));
    for (const { sentence } of findings) expect(sentence).toMatch(/^[A-Z][\w ]*: .*\.$/);
  });

  it.each<readonly [string, Partial<TemplateDraft>]>([
    [
      'names',
      { ...header('Order {{order_no}}', { order_no: '1' }), ...body('Hello {{name}}, all is well.', { name: 'a' }) },
    ],
    ['longest texts', { ...header('a'.repeat(60)), ...body('a'.repeat(1024)), footer: 'a'.repeat(60) }],
    ['nothing but a text', { header: null, footer: null, buttons: [] }],
    ['the same parameter twice', body('Hello {{1}}, dear {{1}}, all is well.')],
    ['ten buttons', { buttons: Array.from({ length: 10 }, () => quick('a'.repeat(25))) }],
  ])('may have %s', (_what, change) => expect(checkDraft({ ...draft, ...change })).toEqual([]));

  it('is never refused by throwing, and always for a field', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (name, text, footer, title) => {
        const buttons = [quick(title), link(text, footer)];
        for (const { field } of checkDraft({ ...draft, name, ...body(text), ...header(title), footer, buttons })) {
          expect(field).toMatch(/^(name|header|body|footer|buttons)/);
        }
      }),
    );
  });
});
