import { defineOption } from '../metadata.ts';

export const guiOptions = [
  defineOption({
    name: 'gui.theme',
    type: { kind: 'enum', values: ['system', 'Default', 'Dark', 'HighContrast'] },
    default: 'system',
    takesEffect: 'immediately',
    userSettable: true,
    description: 'Colours of all windows. `system` follows the operating system.',
  }),
  defineOption({
    name: 'gui.language',
    type: { kind: 'language', words: ['system'] },
    default: 'system',
    takesEffect: 'immediately',
    userSettable: true,
    description: 'Language of the user interface. `system` follows the operating system.',
  }),
  defineOption({
    name: 'gui.text-size',
    type: { kind: 'integer', min: 80, max: 200, unit: 'percent' },
    default: '100',
    takesEffect: 'immediately',
    userSettable: true,
    description: 'Size of all text.',
  }),
] as const;
