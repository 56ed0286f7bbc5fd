import { defineOption } from '../metadata.ts';

/** The name customers give themselves, else the one the business knows them by, else their number. */
const CUSTOMER_NAME = '$Contact._msg_ProfileNickname$|$Contact.FirstName$ $Contact.LastName$|$Party.DisplayName$';

export const displayFormatOptions = [
  defineOption({
    name: 'display-format.customer-name-format',
    type: { kind: 'format' },
    default: CUSTOMER_NAME,
    takesEffect: 'restart',
    description: 'How a customer is named in conversations and lists: the first alternative that has text counts.',
  }),
  defineOption({
    name: 'display-format.case-name-format',
    type: { kind: 'format' },
    default: CUSTOMER_NAME,
    takesEffect: 'restart',
    description: 'How a case is named in the interaction list: the first alternative that has text counts.',
  }),
] as const;
