import { describe, expect, it } from 'vitest';
import type { Template } from '#shared/domain/template.ts';
import { sampleTemplate } from '../../../../../tests/renderer-harness/template-samples.ts';
import { emptyFill, fieldsOf, fillFor, linkedFile, textOf, withText } from './form-fields.ts';

const shipped: Template = sampleTemplate('shipped', 'Hello {{1}}, by {{2}}. Bye {{1}}.', ['Akela', 'Friday'], {
  header: { format: 'text', text: 'Order {{1}}', parameters: ['1'], examples: { 1: 'J-1' } },
  buttons: [
    { type: 'quick-reply', title: 'Thanks' },
    {
      type: 'url',
      title: 'Track',
      url: 'https://a.example/{{1}}',
      hasParameter: true,
      example: 'https://a.example/J-1',
    },
    { type: 'url', title: 'Home', url: 'https://a.example', hasParameter: false, example: '' },
    { type: 'copy-code', title: 'Copy', example: 'JUNGLE' },
    { type: 'call', title: 'Call', phoneNumber: '+1555' },
  ],
});

describe('the fields of a notification', () => {
  it('are those of header, text and buttons, each parameter once, where the gate puts its findings', () => {
    expect(fieldsOf(shipped).map(({ path }) => path)).toEqual([
      'fill.header.1',
      'fill.body.1',
      'fill.body.2',
      'fill.buttons.1',
      'fill.buttons.3',
    ]);
  });

  it('have the example as it is filled in: of an address only its end', () => {
    const examples = fieldsOf(shipped).map((field) => (field.kind === 'text' ? field.example : ''));
    expect(examples).toEqual(['J-1', 'Akela', 'Friday', 'J-1', 'JUNGLE']);
  });

  it.each(['image', 'video', 'document'] as const)('have a file for a header that is %s', (format) => {
    const [first] = fieldsOf(sampleTemplate('x', 'Hello', [], { header: { format } }));
    expect(first).toEqual({ kind: 'file', path: 'fill.file', format });
  });

  it('are none where nothing is to be filled in', () => {
    expect(fieldsOf(sampleTemplate('x', 'Hello'))).toEqual([]);
  });
});

describe('what is filled in', () => {
  it('is read as it was written, each field by itself', () => {
    const texts = fieldsOf(shipped).flatMap((field) => (field.kind === 'text' ? [field] : []));
    const fill = texts.reduce((filled, field) => withText(filled, field, `value of ${field.path}`), emptyFill);
    for (const field of texts) expect(textOf(fill, field)).toBe(`value of ${field.path}`);
  });

  it('goes out without what the template has no place for (any more)', () => {
    const file = { from: 'library', responseId: 'r', name: 'a.png' } as const;
    const fill = { header: { 1: 'a', 9: 'b' }, file, body: { 1: 'c', name: 'd' }, buttons: { 1: 'e', 7: 'f' } };
    expect(fillFor(shipped, fill)).toEqual({
      header: { 1: 'a' },
      file: null,
      body: { 1: 'c', 2: '' },
      buttons: { 1: 'e', 3: '' },
    });
  });
});

describe('a file from an address', () => {
  it.each([
    ['https://a.example/pics/rain%20season.jpg?x=1', 'rain season.jpg'],
    ['https://a.example/', ''],
    ['https://a.example/%E0%A4%A', '%E0%A4%A'],
    ['not an address', ''],
  ])('%s is called “%s”', (url, name) => expect(linkedFile(url)).toEqual({ from: 'link', url, name }));

  it('is none without an address', () => expect(linkedFile('  ')).toBeNull());
});
