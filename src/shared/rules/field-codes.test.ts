import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FieldFacts, fieldCodes, fieldCodesIn, resolveFields, unknownFieldCodes } from './field-codes.ts';

const facts: FieldFacts = {
  contact: {
    id: '01J00000000000000000000001',
    displayName: 'Akela of the pack',
    identities: [],
    attributes: { FirstName: 'Akela', LastName: 'Wolf', PhoneNumber: '+4915550000001', Company: 'Pack Ltd' },
    createdAt: 0,
    updatedAt: 0,
  },
  interaction: {
    id: '01J00000000000000000000002',
    attachedData: { Subject: 'Parcel  missing\n', OrderNumber: '4711', '': 'x' },
  },
  agent: { name: 'kaa', firstName: 'Kaa', lastName: 'Python' },
  channel: 'Jungle support',
};

describe('field codes', () => {
  it.each([
    ['Hello $Contact.FirstName$!', 'Hello Akela!'],
    ['$Contact.FullName$, $Contact.DisplayName$', 'Akela Wolf, Akela of the pack'],
    ['$Contact.Company$', 'Pack Ltd'],
    ['$Agent.FirstName$ $Agent.LastName$ = $Agent.FullName$ ($Agent.UserName$)', 'Kaa Python = Kaa Python (kaa)'],
    ['About $Interaction.Subject$ at $Interaction.Channel$', 'About Parcel missing at Jungle support'],
    ['$AttachedData.OrderNumber$', '4711'],
    ['$Interaction.Id$', '01J00000000000000000000002'],
    ['It costs $5, not US$ 6.50$ or $Contact$', 'It costs $5, not US$ 6.50$ or $Contact$'],
  ])('%s becomes %s', (text, expected) => {
    expect(resolveFields(text, facts)).toEqual({ text: expected, unresolved: [] });
  });

  it('stay where they have no value, and are named once', () => {
    const text = 'Dear $Contact.Title$ $Contact.Title$, $Nobody.Knows$ $Contact.FirstName$';
    expect(resolveFields(text, facts)).toEqual({
      text: 'Dear $Contact.Title$ $Contact.Title$, $Nobody.Knows$ Akela',
      unresolved: ['$Contact.Title$', '$Nobody.Knows$'],
    });
  });

  it('have no value where it cannot be seen', () => {
    const contact = { ...facts.contact, attributes: { FirstName: '\u200b \u3164' } };
    expect(resolveFields('$Contact.FirstName$', { ...facts, contact }).unresolved).toEqual(['$Contact.FirstName$']);
  });

  it('of an interaction have no value before there is one, but for the channel', () => {
    const before = { ...facts, interaction: null };
    const text = '$Interaction.Channel$ $Interaction.Subject$ $AttachedData.OrderNumber$';
    const unresolved = ['$Interaction.Subject$', '$AttachedData.OrderNumber$'];
    expect(resolveFields(text, before)).toEqual({
      text: 'Jungle support $Interaction.Subject$ $AttachedData.OrderNumber$',
      unresolved,
    });
  });

  it('reach nothing that every object has', () => {
    expect(resolveFields('$Contact.constructor$ $AttachedData.toString$', facts).unresolved).toHaveLength(2);
  });

  it('that nobody knows are found, with the one that was meant', () => {
    expect(unknownFieldCodes('$Contact.FristName$ $Agent.Mood$ $AttachedData.Any$ $Contact.Company$')).toEqual([
      { code: '$Contact.FristName$', nearest: '$Contact.FirstName$' },
      expect.objectContaining({ code: '$Agent.Mood$' }),
      expect.objectContaining({ code: '$Contact.Company$' }),
    ]);
    expect(unknownFieldCodes('$Contact.Company$', ['Company'])).toEqual([]);
    expect(unknownFieldCodes(fieldCodes.join(' '))).toEqual([]);
  });
});

const texts = fc.array(fc.oneof(fc.string(), fc.constantFrom(...fieldCodes, '$A.b$', '$', '.'))).map((p) => p.join(''));

describe('for any text', () => {
  it('a code is either filled in or named, and all else stays', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: resolved, unresolved } = resolveFields(text, facts);
        const codes = fieldCodesIn(text);
        expect(codes).toEqual(expect.arrayContaining([...unresolved]));
        for (const code of unresolved) expect(resolved).toContain(code);
        if (codes.length === unresolved.length) expect(resolved).toBe(text);
      }),
    );
  });

  it('what a customer calls themselves is taken as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fieldCodes, '$&', '$1', '$$', '{{1}}'), (name) => {
        const contact = { ...facts.contact, attributes: { FirstName: `x${name}` } };
        expect(resolveFields('Hello $Contact.FirstName$!', { ...facts, contact })).toEqual({
          text: `Hello x${name}!`,
          unresolved: [],
        });
      }),
    );
  });
});
