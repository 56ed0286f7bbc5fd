import { defineOption } from '../metadata.ts';

export const pluginsOptions = [
  defineOption({
    name: 'plugins.directories',
    type: { kind: 'list' },
    default: '',
    takesEffect: 'restart',
    planned: true,
    description: 'Further folders in which plug-ins are looked for.',
  }),
  defineOption({
    name: 'plugins.allowed',
    type: { kind: 'list' },
    default: '*',
    takesEffect: 'restart',
    description:
      'Plug-ins that may be loaded: `*` for all, or ids, each optionally as `id@sha256-…` to fix its content.',
  }),
] as const;
