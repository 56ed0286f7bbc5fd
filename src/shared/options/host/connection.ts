import { defineOption } from '../metadata.ts';

export const connectionOptions = [
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
    description:
      "Proxy for the connection to the messaging server. `system` takes that of the operating system, `direct` uses none. This computer's own addresses never go through one.",
  }),
  defineOption({
    name: 'connection.ca-file',
    type: { kind: 'text' },
    default: '',
    takesEffect: 'restart',
    description:
      'File (PEM) with certification authorities to trust beside those of the operating system; beside the option files, if relative.',
  }),
] as const;
