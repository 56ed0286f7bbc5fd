import { defineOption } from '../metadata.ts';

export const accessibilityOptions = [
  defineOption({
    name: 'accessibility.agent-state-change-bell',
    type: { kind: 'sound', mayBeEmpty: true },
    default: '',
    takesEffect: 'next-interaction',
    description: "Sound when the agent's state changes. Empty: none.",
  }),
  defineOption({
    name: 'accessibility.interaction-state-change-bell',
    type: { kind: 'sound', mayBeEmpty: true },
    default: '',
    takesEffect: 'next-interaction',
    description: 'Sound when the state of an interaction changes. Empty: none.',
  }),
  defineOption({
    name: 'accessibility.warning-message-bell',
    type: { kind: 'sound', mayBeEmpty: true },
    default: '',
    takesEffect: 'next-interaction',
    description:
      'Sound when a warning is shown: a notice, the refusal of what was done, or a message that failed. Empty: none.',
  }),
  defineOption({
    name: 'accessibility.focus-on-interaction-toast',
    type: { kind: 'boolean' },
    default: 'false',
    takesEffect: 'next-interaction',
    description: 'The preview of an offered interaction takes the keyboard when it appears, for screen readers.',
  }),
] as const;
