import { defineOption } from '../metadata.ts';

export const standardResponseOptions = [
  defineOption({
    name: 'standard-response.categories',
    type: { kind: 'list' },
    default: '$All$',
    takesEffect: 'next-interaction',
    overridable: true,
    description: 'Categories of standard responses that agents see, as paths such as `Support/Shipping`. `$All$`: all.',
  }),
  defineOption({
    name: 'standard-response.languages',
    type: { kind: 'list' },
    default: '$All$',
    takesEffect: 'next-interaction',
    overridable: true,
    description: 'Languages of standard responses that agents see. `$All$`: all.',
  }),
] as const;
