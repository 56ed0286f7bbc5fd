import { describe, expect, it } from 'vitest';
import { attributesOf } from './contact-attributes.ts';

const contact = {
  attributes: { FirstName: 'Akela', LastName: ' ', PhoneNumber: '16145551234', Language: 'English' },
};
const keys = (...given: Parameters<typeof attributesOf>) => attributesOf(...given).map(({ key }) => key);

describe('attributesOf', () => {
  it('gives what is asked for, in that order, and nothing else', () => {
    expect(attributesOf(contact, ['Language', 'FirstName'], undefined)).toEqual([
      { key: 'Language', value: 'English' },
      { key: 'FirstName', value: 'Akela' },
    ]);
  });

  it('leaves out what is empty, not known, or asked for twice', () => {
    expect(keys(contact, ['LastName', 'Title', 'constructor', 'FirstName', 'FirstName'], undefined)).toEqual([
      'FirstName',
    ]);
    expect(keys(contact, [], undefined)).toEqual([]);
  });

  it('shows the phone number only where it is not under the name', () => {
    expect(keys(contact, ['PhoneNumber'], '+1 614 555 1234')).toEqual([]);
    expect(keys(contact, ['PhoneNumber'], '@akela')).toEqual(['PhoneNumber']);
    expect(keys(contact, ['PhoneNumber'], undefined)).toEqual(['PhoneNumber']);
  });
});
