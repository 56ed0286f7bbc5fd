import { describe, expect, it } from 'vitest';
import { notificationBody } from '#shared/rules/structured-body.ts';
import { sampleTemplate, templateList } from '../../../../tests/renderer-harness/template-samples.ts';
import {
  asTemplate,
  draftOf,
  fixedBecause,
  handedIn,
  inOrder,
  isTaken,
  newButton,
  newDraft,
  successor,
  withExample,
  withParameter,
  withUrl,
  withWords,
} from './draft-model.ts';

describe('a template that is written', () => {
  it('gets the next number where the cursor stands', () => {
    const { text, end } = withParameter({ text: 'Hello , bye {{1}}.', examples: {} }, 6);
    expect(text.text).toBe('Hello {{2}}, bye {{1}}.');
    expect(end).toBe(11);
  });

  it('keeps the examples of parameters that are gone for a while, and does not hand them in', () => {
    const first = withExample(withWords({ text: '', examples: {} }, 'Hello {{1}}.'), '1', 'Akela');
    const gone = withWords(first, 'Hello.');
    expect(withWords(gone, 'Hello {{1}}.').examples).toEqual({ 1: 'Akela' });
    const draft = { ...newDraft('jungle', 'en'), body: gone, header: { text: '', examples: {} }, footer: '' };
    expect(handedIn(draft)).toMatchObject({ body: { text: 'Hello.', examples: {} }, header: null, footer: null });
  });

  it('has a parameter in its address when that says so', () => {
    const button = newButton('url');
    if (button.type !== 'url') throw new Error('no address');
    expect(withUrl(button, 'https://a.example/{{1}}')).toMatchObject({ hasParameter: true });
    expect(withUrl(button, 'https://a.example/')).toMatchObject({ hasParameter: false });
  });

  it('is previewed with its examples, and shows what has none', () => {
    const start = sampleTemplate('x', 'Hello {{1}} and {{2}}.', ['Akela', ''], {
      header: { format: 'text', text: 'Order {{1}}', parameters: ['1'], examples: { 1: 'J-1' } },
      buttons: [
        {
          type: 'url',
          title: 'Track',
          url: 'https://a.example/{{1}}',
          hasParameter: true,
          example: 'https://a.example/J',
        },
      ],
    });
    const { template, fill } = asTemplate(draftOf(start));
    const body = notificationBody(template, fill);
    expect(body.header).toEqual({ format: 'text', text: 'Order J-1' });
    expect(body.body).toBe('Hello Akela and {{2}}.');
    expect(body.buttons).toEqual([{ type: 'url', title: 'Track', url: 'https://a.example/J' }]);
  });

  it('is the template again when nothing is changed', () => {
    for (const one of templateList.templates.filter((template) => fixedBecause(template) === undefined)) {
      const { header, body, footer, buttons } = asTemplate(handedIn(draftOf(one))).template;
      expect({ header, body, footer, buttons }).toEqual({
        header: one.header,
        body: one.body,
        footer: one.footer,
        buttons: one.buttons,
      });
    }
  });
});

describe('a template that cannot be changed here', () => {
  it.each([
    ['file', { header: { format: 'video' } }],
    ['code', { category: 'authentication' }],
    ['parts', { unknownParts: ['CAROUSEL'] }],
    [undefined, {}],
  ] as const)('is so because of: %s', (why, rest) => {
    expect(
      fixedBecause(
        sampleTemplate('x', 'Hello', [], {
          ...rest,
          unknownParts: [...('unknownParts' in rest ? rest.unknownParts : [])],
        }),
      ),
    ).toBe(why);
  });
});

describe('a template that stands with the provider', () => {
  it.each([
    ['approved', undefined],
    ['rejected', undefined],
    ['paused', undefined],
    ['pending', 'pending'],
    ['disabled', 'disabled'],
    ['in-appeal', 'status'],
    ['pending-deletion', 'status'],
    ['archived', 'status'],
    ['deleted', 'status'],
  ] as const)('as %s can be changed unless there is a reason: %s', (status, reason) =>
    expect(fixedBecause(sampleTemplate('x', 'Hello', [], { status }))).toBe(reason),
  );
});

describe('the templates of a channel', () => {
  const named = (id: string, name: string, language = 'en') => sampleTemplate(name, 'Hello', [], { id, language });
  const templates = [named('3', 'b'), named('1', 'a', 'de'), named('2', 'a', 'en')];

  it('take a name in one language once', () => {
    expect(isTaken({ name: 'a', language: 'de' }, templates)).toBe(true);
    expect(isTaken({ name: 'b', language: 'de' }, templates)).toBe(false);
    expect(isTaken({ name: 'A', language: 'de' }, templates)).toBe(false);
  });

  it('stand by name and language', () => expect(inOrder(templates).map(({ id }) => id)).toEqual(['1', '2', '3']));

  it.each([
    ['1', '2'],
    ['2', '3'],
    ['3', '2'],
  ])('leave, when %s goes, its place to %s', (id, next) => expect(successor(templates, id)?.id).toBe(next));

  it('leave nothing when the last goes', () => expect(successor([named('1', 'a')], '1')).toBeUndefined());
});
