import { defineOption } from '../metadata.ts';

export const cacheOptions = [
  defineOption({
    name: 'transcript-cache.retention-days',
    type: { kind: 'integer', min: 1, max: 3650, unit: 'days' },
    default: '90',
    takesEffect: 'immediately',
    description:
      'Sessions that ended longer ago than this are removed from the cache of this desk. The server keeps them, and they are shown again from there.',
  }),
  defineOption({
    name: 'transcript-cache.max-size-mb',
    type: { kind: 'integer', min: 16, max: 1_048_576, unit: 'megabytes' },
    default: '2048',
    takesEffect: 'immediately',
    description:
      'Size of the cache of this desk above which the sessions that ended first are removed. What the agent has at hand stays.',
  }),
] as const;
