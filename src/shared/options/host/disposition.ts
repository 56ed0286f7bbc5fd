import { defineOption } from '../metadata.ts';

export const dispositionOptions = [
  defineOption({
    name: 'interaction.disposition.value-business-attribute',
    type: { kind: 'text' },
    default: 'DispositionCode',
    takesEffect: 'restart',
    description:
      'Name of the `[business-attribute-*]` section that holds the disposition codes. Empty: none are asked.',
  }),
  defineOption({
    name: 'interaction.disposition.key-name',
    type: { kind: 'text', minLength: 1 },
    default: 'DispositionCode',
    takesEffect: 'restart',
    description:
      'Attached-data key under which the chosen disposition code is stored. Counts in `application.ini`: the server stores it.',
  }),
  defineOption({
    name: 'interaction.disposition.is-mandatory',
    type: { kind: 'boolean' },
    default: 'false',
    takesEffect: 'restart',
    description: 'An interaction cannot be marked done before a disposition code is chosen.',
  }),
  defineOption({
    name: 'interaction.disposition.is-read-only-on-idle',
    type: { kind: 'boolean' },
    default: 'false',
    takesEffect: 'restart',
    planned: true,
    description: 'The disposition code cannot be changed once the interaction has ended.',
  }),
] as const;
