import { defineOption } from '../metadata.ts';
import { WINDOW_TITLE } from './window-title.ts';

export const toastOptions = [
  defineOption({
    name: 'toast.timeout',
    type: { kind: 'integer', min: 1, max: 3600, unit: 'seconds' },
    default: '30',
    takesEffect: 'next-interaction',
    description: 'How long the preview of an offered interaction is shown before the interaction is redirected.',
  }),
  defineOption({
    name: 'toast.window-title',
    type: { kind: 'format', mayBeEmpty: true },
    default: WINDOW_TITLE,
    takesEffect: 'next-interaction',
    description: 'Title of the preview.',
  }),
  defineOption({
    name: 'toast.case-data.format-business-attribute',
    type: { kind: 'text' },
    default: '',
    takesEffect: 'next-interaction',
    description:
      'Name of the `[business-attribute-*]` section that says which attached data the preview shows, and as what. Empty: what `interaction.case-data.format-business-attribute` says.',
  }),
] as const;
