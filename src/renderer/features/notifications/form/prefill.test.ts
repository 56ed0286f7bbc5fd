import { describe, expect, it } from 'vitest';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { FieldFacts } from '#shared/rules/field-codes.ts';
import { sampleContact } from '../../../../../tests/renderer-harness/samples.ts';
import { sampleTemplate } from '../../../../../tests/renderer-harness/template-samples.ts';
import { emptyFill } from './form-fields.ts';
import { libraryFill, prefilled } from './prefill.ts';

const facts: FieldFacts = {
  contact: sampleContact({ name: 'Akela', attributes: { FirstName: 'Akela', LastName: 'Raksha' } }),
  interaction: { id: '01', attachedData: { OrderNumber: 'JC-7', Subject: 'Parcel' } },
  agent: { name: 'kaa', firstName: 'Kaa', lastName: 'Python' },
  channel: 'Jungle support',
};

const named = (name: string) =>
  prefilled(sampleTemplate('x', `Hello {{${name}}}, all is well.`), null, facts).body[name];

describe('what a notification begins with', () => {
  it.each([
    ['first_name', 'Akela'],
    ['customer_first_name', 'Akela'],
    ['name', 'Akela Raksha'],
    ['customer_name', 'Akela Raksha'],
    ['agent_first_name', 'Kaa'],
    ['agent_name', 'Kaa Python'],
    ['order_number', 'JC-7'],
    ['interaction_subject', 'Parcel'],
    ['day', ''],
    ['email_address', ''],
    ['1', ''],
  ])('is by the name {{%s}}: “%s”', (name, value) => expect(named(name)).toBe(value));

  it('is what the source says, its field codes filled in, before what names say', () => {
    const body = { 1: '$Contact.FirstName$ of $AttachedData.OrderNumber$', first_name: 'dear customer' };
    const source = { ...emptyFill, body };
    const { body: filled } = prefilled(sampleTemplate('x', 'Hi {{1}} and {{first_name}}.'), source, facts);
    expect(filled).toEqual({ 1: 'Akela of JC-7', first_name: 'dear customer' });
  });

  it('keeps a field code nothing is known for, so that it is seen', () => {
    const source = { ...emptyFill, body: { 1: 'at $AttachedData.Time$' } };
    expect(prefilled(sampleTemplate('x', 'We come {{1}} then.'), source, facts).body).toEqual({
      1: 'at $AttachedData.Time$',
    });
  });

  it('takes the file along', () => {
    const file = { from: 'library', responseId: 'r', name: 'a.png' } as const;
    const template = sampleTemplate('x', 'Hello', [], { header: { format: 'image' } });
    expect(prefilled(template, { ...emptyFill, file }, facts).file).toEqual(file);
  });
});

describe('what the library says of a template', () => {
  const response = (id: string, fill = emptyFill): StandardResponse => ({
    id,
    name: id,
    category: '',
    language: '',
    shortcut: '',
    text: '',
    files: [],
    structure: { type: 'notification', template: { name: 'x', language: 'en' }, fill },
    faults: [],
  });
  const fill = { ...emptyFill, body: { 1: 'Hello' } };

  it('is its one notification', () => {
    expect(libraryFill({ name: 'x', language: 'en' }, [response('a', fill)])).toEqual(fill);
  });
  it('is nothing for another language, or where several say different things', () => {
    expect(libraryFill({ name: 'x', language: 'de' }, [response('a', fill)])).toBeNull();
    expect(libraryFill({ name: 'x', language: 'en' }, [response('a', fill), response('b')])).toBeNull();
  });
});
