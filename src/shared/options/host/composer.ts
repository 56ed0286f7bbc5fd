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
  defineOption({
    name: 'composer.spell-check-dictionaries',
    type: { kind: 'url-template', schemes: ['https', 'http'], mayBeEmpty: true },
    default: '',
    takesEffect: 'restart',
    description:
      'Folder on a web server of yours, with `/` at the end, from which Windows and Linux fetch the dictionaries that Chromium uses (`en-US-10-1.bdic` and the like). Empty: none are fetched and spelling is not checked there; macOS has its own checker.',
  }),
] as const;
