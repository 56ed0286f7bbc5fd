import { defineOption } from '../metadata.ts';

export const securityOptions = [
  defineOption({
    name: 'security.inactivity-timeout',
    type: { kind: 'integer', min: 0, max: 1440, unit: 'minutes' },
    default: '0',
    takesEffect: 'immediately',
    description: 'After this long without keyboard or mouse the windows are locked until the agent signs in. 0: never.',
  }),
  defineOption({
    name: 'security.inactivity-set-agent-not-ready',
    type: { kind: 'boolean' },
    default: 'true',
    takesEffect: 'immediately',
    description: 'An agent whose windows are locked for inactivity becomes not ready.',
  }),
  defineOption({
    name: 'security.inactivity-not-ready-reason',
    type: { kind: 'text' },
    default: '',
    takesEffect: 'immediately',
    description: 'Reason, out of `[business-attribute-NotReadyReason]`, with which that happens. Empty: none.',
  }),
  defineOption({
    name: 'security.session-lock-set-agent-not-ready',
    type: { kind: 'boolean' },
    default: 'false',
    takesEffect: 'immediately',
    description: 'The agent becomes not ready when the session of the operating system is locked.',
  }),
] as const;
