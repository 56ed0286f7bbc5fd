import { defineOption } from '../metadata.ts';
import { WINDOW_TITLE } from './window-title.ts';

export const interactionOptions = [
  defineOption({
    name: 'interaction.window-title',
    type: { kind: 'format', mayBeEmpty: true },
    default: WINDOW_TITLE,
    takesEffect: 'restart',
    description: 'Title of an interaction window.',
  }),
  defineOption({
    name: 'interaction.case-data.format-business-attribute',
    type: { kind: 'text' },
    default: '',
    takesEffect: 'next-interaction',
    overridable: true,
    description:
      'Name of the `[business-attribute-*]` section that says which attached data the case information shows, and as what. Empty: all of it, under its own keys.',
  }),
  defineOption({
    name: 'interaction.case-data.order',
    type: { kind: 'list' },
    default: '',
    takesEffect: 'next-interaction',
    overridable: true,
    description:
      'Keys of attached data that the case information shows first, in this order. Empty: no order of its own.',
  }),
  defineOption({
    name: 'interaction.case-data.frame-color',
    type: { kind: 'colour', mayBeEmpty: true },
    default: '',
    takesEffect: 'next-interaction',
    overridable: true,
    description: 'Colour of the frame around the case information. Empty: no frame.',
  }),
  defineOption({
    name: 'interaction.case-data.enable-url-preview',
    type: { kind: 'boolean' },
    default: 'false',
    takesEffect: 'next-interaction',
    overridable: true,
    planned: true,
    description: 'Pointing at an address in the case information shows a small picture of its page.',
  }),
  defineOption({
    name: 'interaction.override-option-key',
    type: { kind: 'text', minLength: 1 },
    default: 'IW_OverrideOptions',
    takesEffect: 'next-interaction',
    description:
      'Key of attached data whose value names the files in `transactions/` that count for the interaction, with commas between.',
  }),
] as const;
