import { defineOption } from '../metadata.ts';

export const cacheOptions = [
  defineOption({
    name: 'transcript-cache.retention-days',
    type: { kind: 'integer', min: 1, max: 3650, unit: 'days' },
    default: '90',
    takesEffect: 'immediately',
    planned: true,
    description: 'Transcripts older than this are removed from the cache of this desk. The server keeps them.',
  }),
  defineOption({
    name: 'transcript-cache.max-size-mb',
    type: { kind: 'integer', min: 16, max: 1_048_576, unit: 'megabytes' },
    default: '2048',
    takesEffect: 'immediately',
    planned: true,
    description: 'Size of the cache of this desk above which the oldest transcripts are removed.',
  }),
] as const;
