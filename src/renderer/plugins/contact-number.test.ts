import { describe, expect, it } from 'vitest';
import type { Identity } from '#shared/domain/contact.ts';
import { numberOf } from './contact-number.ts';

const contact = (...identities: Identity[]) => ({
  id: 'c',
  displayName: 'Akela',
  identities,
  attributes: {},
  createdAt: 0,
  updatedAt: 0,
});

describe('numberOf', () => {
  it.each<[string, Identity[], string | undefined]>([
    ['a North American number', [{ type: 'phone', value: '+16145551234' }], '+1 614 555 1234'],
    ['a number in groups', [{ type: 'phone', value: '+49 30 5550 1188' }], '+49 30 5550 1188'],
    ['another number', [{ type: 'phone', value: '+4915112345678' }], '+49 15112345678'],
    ['one of a country with a code of one digit', [{ type: 'phone', value: '+79161234567' }], '+7 9161234567'],
    ['one of a country with a code of three digits', [{ type: 'phone', value: '+358401234567' }], '+358 401234567'],
    ['digits of WhatsApp', [{ type: 'wa-id', value: '919812345678' }], '+91 9812345678'],
    [
      'a number before a name',
      [
        { type: 'username', value: '@akela' },
        { type: 'phone', value: '+442079460000' },
      ],
      '+44 2079460000',
    ],
    ['a name alone', [{ type: 'username', value: '@akela' }], '@akela'],
    ['a masked contact', [{ type: 'user-id', value: 'US.1349' }], undefined],
    ['nothing', [], undefined],
  ])('%s', (_, identities, shown) => expect(numberOf(contact(...identities))).toBe(shown));
});
