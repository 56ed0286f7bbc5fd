import { describe, expect, it } from 'vitest';
import type { Consent, OutboundContent, Template, TemplateFill } from '#shared/plugin-api/domain.ts';
import { cloudApi } from '../profiles/cloud-api.ts';
import { checkSend, explain, type SendRequest } from './send-gate.ts';
import { sampleFill, sampleTemplate } from './testing/templates.ts';

const NOW = Date.UTC(2026, 0, 5, 9, 0, 0);
const open = { opensAt: NOW - 1000, closesAt: NOW + 1000, why: 'customer-message' as const };
const closed = { ...open, closesAt: NOW };
const plain = sampleTemplate('Hello {{1}}, see you.');
const limits = cloudApi.template;

const notification = (fill: Partial<TemplateFill>): OutboundContent => ({
  kind: 'template',
  template: { name: 'sample', language: 'en' },
  fill: sampleFill(fill),
});

function codes(request: Partial<SendRequest>): readonly string[] {
  const verdict = checkSend({
    interaction: { stage: 'assigned', window: closed },
    now: NOW,
    content: notification({ body: { 1: 'Akela' } }),
    template: plain,
    ...request,
  });
  const findings = verdict.allowed ? verdict.warnings : verdict.findings;
  return findings.map(({ code, field }) => `${code} ${field}`);
}

const body = (value: string) => ({ content: notification({ body: { 1: value } }) });

/** The value of a parameter, and what is found. */
const values: readonly (readonly [string, string, readonly string[]])[] = [
  ['a word', 'Akela', []],
  ['nothing', '', ['parameter-missing fill.body.1']],
  ['blanks', '   ', ['parameter-missing fill.body.1']],
  ['a line break', 'a\nb', ['parameter-character fill.body.1']],
  ['a carriage return', 'a\rb', ['parameter-character fill.body.1']],
  ['a tab', 'a\tb', ['parameter-character fill.body.1']],
  ['a line separator', 'a\u2028b', ['parameter-character fill.body.1']],
  ['four spaces', 'a    b', []],
  ['five spaces', 'a     b', ['parameter-spaces fill.body.1']],
  ['five spaces and a tab', 'a     \tb', ['parameter-character fill.body.1', 'parameter-spaces fill.body.1']],
  ['an unfilled parameter', 'your {{1}}', ['parameter-braces fill.body.1']],
  ['one brace', 'a { b } c', []],
  ['what makes the whole exactly as long as may be', 'x'.repeat(limits.body.max - 'Hello , see you.'.length), []],
  ['one more', 'x'.repeat(limits.body.max - 'Hello , see you.'.length + 1), ['too-long fill.body.1']],
  ['right to left', 'عقيلة', []],
  ['a dollar sign as in replacements', "$& $1 $'", []],
];

const buttons: Template['buttons'] = [
  { type: 'url', title: 'Track', url: 'https://jungle.example/{{1}}', hasParameter: true, example: 'x' },
];
const link = { ...plain, buttons };
const code: Template = { ...plain, buttons: [{ type: 'copy-code', title: 'Copy', example: 'AB12' }] };
const picture: Template = { ...plain, header: { format: 'image' } };
const titled: Template = {
  ...plain,
  header: { format: 'text', text: 'Order {{1}}', parameters: ['1'], examples: {} },
};
const filled = (fill: Partial<TemplateFill>) => ({ content: notification({ body: { 1: 'Akela' }, ...fill }) });
const file = (name: string) => ({ from: 'library', responseId: 'r', name }) as const;
const consent = (changes: Partial<Consent>): Consent => ({ channel: 'jungle', optIn: null, optOut: null, ...changes });
const optOut = (scope: 'marketing' | 'all') => consent({ optOut: { at: NOW, scope, source: 'user-preferences' } });
const marketing: Template = { ...plain, category: 'marketing' };

const requests: readonly (readonly [string, Partial<SendRequest>, readonly string[]])[] = [
  ['outside the window', {}, []],
  ['inside the window', { interaction: { stage: 'assigned', window: open } }, []],
  ['to a contact who never wrote', { interaction: { stage: 'assigned', window: null } }, []],
  ['in what is done', { interaction: { stage: 'done', window: closed } }, ['interaction-done message']],
  [
    'to a group',
    { interaction: { stage: 'assigned', window: null, attachedData: { _umsGroupId: 'g' } } },
    ['group message'],
  ],
  ['of a template nobody looked up', { content: notification({}), template: undefined as never }, []],
  ['of a template the provider has not', { template: null }, ['template-unknown template']],
  ...(
    ['pending', 'rejected', 'paused', 'disabled', 'in-appeal', 'pending-deletion', 'archived', 'deleted'] as const
  ).map(
    (status) =>
      [
        `of a template that is ${status}`,
        { template: { ...plain, status } },
        ['template-not-approved template'],
      ] as const,
  ),
  ['with parts not known here', { template: { ...plain, unknownParts: ['CAROUSEL'] } }, ['template-parts template']],
  [
    'of a code to an account without number',
    { template: { ...plain, category: 'authentication' }, recipient: 'user-id' },
    ['template-recipient template'],
  ],
  ['of a code to a number', { template: { ...plain, category: 'authentication' }, recipient: 'number' }, []],
  ['with a header to fill in', { template: titled, ...filled({ header: { 1: 'J-1042' } }) }, []],
  ['without it', { template: titled, ...filled({}) }, ['parameter-missing fill.header.1']],
  [
    'with a line break in it',
    { template: titled, ...filled({ header: { 1: 'a\nb' } }) },
    ['parameter-character fill.header.1'],
  ],
  [
    'with too long a header',
    { template: titled, ...filled({ header: { 1: 'x'.repeat(55) } }) },
    ['too-long fill.header.1'],
  ],
  ['with a picture', { template: picture, ...filled({ file: file('a.PNG') }) }, []],
  ['without its picture', { template: picture, ...filled({}) }, ['file-missing fill.file']],
  ['with a film for a picture', { template: picture, ...filled({ file: file('a.mp4') }) }, ['file-type fill.file']],
  [
    'with a file the agent may not choose',
    { template: picture, ...filled({ file: file('a.png') }), mayAttach: false },
    ['file-forbidden fill.file'],
  ],
  ['with the end of an address', { template: link, ...filled({ buttons: { 0: 'J 1042/ä' } }) }, []],
  ['without it', { template: link, ...filled({}) }, ['parameter-missing fill.buttons.0']],
  [
    'with a tab in it',
    { template: link, ...filled({ buttons: { 0: 'a\tb' } }) },
    ['parameter-character fill.buttons.0'],
  ],
  [
    'with too long an address',
    { template: link, ...filled({ buttons: { 0: 'x'.repeat(2000) } }) },
    ['too-long fill.buttons.0'],
  ],
  ['with a code', { template: code, ...filled({ buttons: { 0: 'AB12' } }) }, []],
  [
    'with too long a code',
    { template: code, ...filled({ buttons: { 0: 'x'.repeat(21) } }) },
    ['too-long fill.buttons.0'],
  ],
  [
    'with buttons not all are shown of',
    {
      template: {
        ...plain,
        buttons: [
          ...buttons.map((button) => ({ ...button, hasParameter: false })),
          { type: 'quick-reply', title: 'Talk' },
        ] as Template['buttons'],
      },
    },
    ['template-desktop template'],
  ],
  ['without recorded consent', { consent: { consent: null, optInRequired: true } }, ['consent-missing message']],
  [
    'with consent',
    { consent: { consent: consent({ optIn: { at: NOW, proof: 'form', by: 'kaa' } }), optInRequired: true } },
    [],
  ],
  ['without consent where none is asked for', { consent: { consent: null, optInRequired: false } }, []],
  [
    'without consent to whoever has just written',
    { interaction: { stage: 'assigned', window: open }, consent: { consent: null, optInRequired: true } },
    [],
  ],
  ['to whoever wants no marketing', { consent: { consent: optOut('marketing'), optInRequired: false } }, []],
  [
    'of marketing to whoever wants none',
    { template: marketing, consent: { consent: optOut('marketing'), optInRequired: false } },
    ['opted-out message'],
  ],
  [
    'of marketing to whoever wants none and has just written',
    {
      template: marketing,
      interaction: { stage: 'assigned', window: open },
      consent: { consent: optOut('all'), optInRequired: false },
    },
    ['opted-out message'],
  ],
  [
    'to whoever wants nothing and has just written',
    { interaction: { stage: 'assigned', window: open }, consent: { consent: optOut('all'), optInRequired: false } },
    ['opted-out message'],
  ],
  ['to whoever wants nothing', { consent: { consent: optOut('all'), optInRequired: false } }, ['opted-out message']],
];

describe('a notification', () => {
  it.each(requests)('%s', (_, request, found) => expect(codes(request)).toEqual(found));

  it.each(values)('with %s filled in', (_, value, found) => expect(codes(body(value))).toEqual(found));

  it('has its parameters by name', () => {
    const named = sampleTemplate('Dear {{customer}}, until {{day}}!', { parameterFormat: 'named' });
    const content = notification({ body: { customer: 'Akela', 1: 'Monday' } });
    expect(codes({ template: named, content })).toEqual(['parameter-missing fill.body.day']);
  });

  it('names the longest value when the whole is too long', () => {
    const template = sampleTemplate('{{1}} and {{2}}.');
    const content = notification({ body: { 1: 'x'.repeat(20), 2: 'y'.repeat(1010) } });
    expect(codes({ template, content })).toEqual(['too-long fill.body.2']);
  });

  it('says why it was rejected, and what to do', () => {
    const template: Template = { ...plain, status: 'rejected', reason: 'INVALID_FORMAT' };
    const verdict = checkSend({
      ...{ content: notification({ body: { 1: 'Akela' } }), template, now: NOW },
      interaction: { stage: 'assigned', window: open },
    });
    expect(verdict.allowed ? '' : explain(verdict.findings[0])).toBe(
      'The notification sample was not approved (its form is not what WhatsApp takes). Choose another notification.',
    );
  });
});
