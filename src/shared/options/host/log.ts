import { defineOption } from '../metadata.ts';

export const logOptions = [
  defineOption({
    name: 'log.level',
    type: { kind: 'enum', values: ['error', 'warn', 'info', 'debug'] },
    default: 'info',
    takesEffect: 'immediately',
    description: 'What is written into the log files: this level and those left of it (error, warn, info, debug).',
  }),
  defineOption({
    name: 'log.retention-days',
    type: { kind: 'integer', min: 1, max: 3650, unit: 'days' },
    default: '14',
    takesEffect: 'immediately',
    description: 'Log files older than this are deleted.',
  }),
  defineOption({
    name: 'log.redact',
    type: { kind: 'boolean' },
    default: 'true',
    takesEffect: 'immediately',
    description: 'Numbers, names and message texts are blackened in the log files. Tokens always are.',
  }),
] as const;
