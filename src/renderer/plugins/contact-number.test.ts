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
    ['another number', [{ type: 'phone', value: '+4915112345678' }], '+4915112345678'],
    ['digits of WhatsApp', [{ type: 'wa-id', value: '919812345678' }], '+919812345678'],
    [
      'a number before a name',
      [
        { type: 'username', value: '@akela' },
        { type: 'phone', value: '+442079460000' },
      ],
      '+442079460000',
    ],
    ['a name alone', [{ type: 'username', value: '@akela' }], '@akela'],
    ['a masked contact', [{ type: 'user-id', value: 'US.1349' }], undefined],
    ['nothing', [], undefined],
  ])('%s', (_, identities, shown) => expect(numberOf(contact(...identities))).toBe(shown));
});
