import { defineOption } from '../metadata.ts';

/** How messages are written (UI-5). */
export const composerOptions = [
  defineOption({
    name: 'composer.send-key',
    type: { kind: 'enum', values: ['Enter', 'Mod+Enter'] },
    default: 'Enter',
    takesEffect: 'immediately',
    userSettable: true,
    description:
      'Key that sends what is written. With `Mod+Enter` (Ctrl, on macOS Command) Enter begins a new line; else Shift+Enter does.',
  }),
] as const;
