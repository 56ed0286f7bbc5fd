import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentFinding } from '#shared/plugin-api/views.ts';
import { sampleTemplate } from '../../../../../tests/renderer-harness/template-samples.ts';
import { formFindings, formState } from './findings.ts';
import { emptyFill, fieldsOf, linkedFile } from './form-fields.ts';

const words = { unresolved: (codes: string) => `nothing for ${codes}`, noAddress: 'no address' };
const template = sampleTemplate('x', 'Hello {{1}} and {{2}}.', [], { header: { format: 'image' } });
const fields = fieldsOf(template);
const wrong = (field: string, sentence: string, severity: ContentFinding['severity'] = 'blocking') => ({
  field,
  sentence,
  severity,
});

describe('what the form itself finds', () => {
  it('is a field code that was not filled in', () => {
    const fill = { ...emptyFill, body: { 1: 'Hi $Contact.FirstName$ $Agent.X$', 2: 'US$ 5 and $3' } };
    expect(formFindings(template, fill, words)).toEqual([
      wrong('fill.body.1', 'nothing for $Contact.FirstName$, $Agent.X$'),
    ]);
  });

  it.each([
    ['https://a.example/b.png', 0],
    ['http://a.example/b.png', 1],
    ['https://', 1],
    ['a.example/b.png', 1],
    [`https://a.example/${'x'.repeat(2000)}`, 1],
  ])('is an address that is none: %s', (url, count) => {
    expect(formFindings(template, { ...emptyFill, file: linkedFile(url) }, words)).toHaveLength(count);
  });
});

describe('what findings come to', () => {
  const findings = [
    wrong('fill.body.2', 'second'),
    wrong('fill.file', 'no file'),
    wrong('fill.body.2', 'second again'),
    wrong('template', 'paused'),
    wrong('template', 'on computers', 'warning'),
  ];

  it('is the first sentence at each field that is shown', () => {
    const { errors } = formState(fields, findings, (path) => path !== 'fill.file');
    expect(errors).toEqual({ 'fill.body.2': 'second' });
  });

  it('counts fields that are not shown yet, in the order of the form', () => {
    const { open } = formState(fields, findings, () => false);
    expect(open.map(({ path }) => path)).toEqual(['fill.file', 'fill.body.2']);
  });

  it('tells what concerns the whole apart from what can be filled in, and warnings from both', () => {
    const { block, warnings } = formState(fields, findings, () => true);
    expect(block).toBe('paused');
    expect(warnings).toEqual(['on computers']);
  });

  it('lets nothing that blocks pass without a word', () => {
    const place = fc.constantFrom('fill.file', 'fill.body.1', 'fill.body.2', 'message', 'template', 'fill.body.gone');
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const { open, block } = formState(
          fields,
          places.map((field) => wrong(field, field)),
          () => true,
        );
        expect(open.length > 0 || block !== undefined).toBe(places.length > 0);
      }),
    );
  });
});
