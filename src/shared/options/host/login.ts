import { defineOption } from '../metadata.ts';

export const loginOptions = [
  defineOption({
    name: 'login.prompt-place',
    type: { kind: 'boolean' },
    default: 'false',
    takesEffect: 'restart',
    planned: true,
    description: 'The agent is asked for a place at login.',
  }),
  defineOption({
    name: 'login.default-place',
    type: { kind: 'text' },
    default: '',
    takesEffect: 'restart',
    planned: true,
    description: 'Place that is used, or offered first when the agent is asked. Empty: none.',
  }),
  defineOption({
    name: 'login.<media>.is-auto-ready',
    type: { kind: 'boolean' },
    default: 'true',
    takesEffect: 'restart',
    description:
      'The agent is ready for this medium as soon as they are logged in, such as `login.whatsappsession.is-auto-ready`.',
  }),
  defineOption({
    name: 'login.<media>.auto-not-ready-reason',
    type: { kind: 'text' },
    default: '',
    takesEffect: 'restart',
    description:
      'Reason, out of `[business-attribute-NotReadyReason]`, with which the agent is not ready for this medium after login. It counts where `login.<media>.is-auto-ready` is false.',
  }),
] as const;
