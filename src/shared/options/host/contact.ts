import { defineOption } from '../metadata.ts';

const ATTRIBUTES = 'Title,FirstName,LastName,PhoneNumber,EmailAddress,_msg_ProfileNickname';

export const contactOptions = [
  defineOption({
    name: 'contact.displayed-attributes',
    type: { kind: 'list' },
    default: ATTRIBUTES,
    takesEffect: 'restart',
    description: 'Contact attributes on the contact card, in this order.',
  }),
  defineOption({
    name: 'contact.directory-displayed-columns',
    type: { kind: 'list' },
    default: ATTRIBUTES,
    takesEffect: 'restart',
    planned: true,
    description: 'Contact attributes that are columns of the contact directory, in this order.',
  }),
  defineOption({
    name: 'contact.directory-search-attributes',
    type: { kind: 'list' },
    default: ATTRIBUTES,
    takesEffect: 'restart',
    planned: true,
    description: 'Contact attributes in which the search of the contact directory looks.',
  }),
] as const;
