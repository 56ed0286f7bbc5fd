import { defineOption } from './metadata.ts';

/** Case names as WDE administrators know them: first and last name, else the party, then what kind of interaction. */
const WINDOW_TITLE =
  '($Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$) - $Interaction.Type$ - $Window.Title$';

/** The host's own options (OPT-5). A plug-in declares its own in its manifest. */
export const hostOptions = [
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
    name: 'interaction.window-title',
    type: { kind: 'format', mayBeEmpty: true },
    default: WINDOW_TITLE,
    takesEffect: 'restart',
    description: 'Title of an interaction window.',
  }),
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
    description: 'Attached-data key under which the chosen disposition code is stored.',
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
    description: 'The disposition code cannot be changed once the interaction has ended.',
  }),
  defineOption({
    name: 'contact.displayed-attributes',
    type: { kind: 'list' },
    default: 'Title,FirstName,LastName,PhoneNumber,EmailAddress,_msg_ProfileNickname',
    takesEffect: 'restart',
    description: 'Contact attributes on the contact card, in this order.',
  }),
  defineOption({
    name: 'login.prompt-place',
    type: { kind: 'boolean' },
    default: 'false',
    takesEffect: 'restart',
    description: 'The agent is asked for a place at login.',
  }),
  defineOption({
    name: 'login.default-place',
    type: { kind: 'text' },
    default: '',
    takesEffect: 'restart',
    description: 'Place that is used, or offered first when the agent is asked. Empty: none.',
  }),
  defineOption({
    name: 'connection.url',
    type: { kind: 'url-template', schemes: ['https', 'http'], mayBeEmpty: true },
    default: '',
    takesEffect: 'restart',
    description: 'Address of the messaging server. Empty: the server inside the program is started and used.',
  }),
  defineOption({
    name: 'connection.proxy',
    type: { kind: 'url-template', schemes: ['http', 'https', 'socks5'], words: ['system', 'direct'] },
    default: 'system',
    takesEffect: 'restart',
    description: 'Proxy for all connections. `system` takes that of the operating system, `direct` uses none.',
  }),
  defineOption({
    name: 'connection.ca-file',
    type: { kind: 'text' },
    default: '',
    takesEffect: 'restart',
    description: 'File (PEM) with additional certification authorities. Empty: those of the operating system.',
  }),
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
  defineOption({
    name: 'transcript-cache.retention-days',
    type: { kind: 'integer', min: 1, max: 3650, unit: 'days' },
    default: '90',
    takesEffect: 'immediately',
    description: 'Transcripts older than this are removed from the cache of this desk. The server keeps them.',
  }),
  defineOption({
    name: 'transcript-cache.max-size-mb',
    type: { kind: 'integer', min: 16, max: 1_048_576, unit: 'megabytes' },
    default: '2048',
    takesEffect: 'immediately',
    description: 'Size of the cache of this desk above which the oldest transcripts are removed.',
  }),
  defineOption({
    name: 'plugins.directories',
    type: { kind: 'list' },
    default: '',
    takesEffect: 'restart',
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

/** The declaration of a host option by its name, with its type. */
export type HostOption<N extends HostOptionName> = Extract<(typeof hostOptions)[number], { readonly name: N }>;
export type HostOptionName = (typeof hostOptions)[number]['name'];
