import { defineSection } from './section-reading.ts';

/** `[queue-<name>]` (SRV-5). */
export const queueKeys = defineSection({
  'display-name': { type: { kind: 'text' }, default: '', description: 'What people see; empty: the name.' },
  channels: {
    type: { kind: 'list' },
    default: '',
    description: 'Channels it takes customers of; empty: any that name it.',
  },
  languages: { type: { kind: 'list' }, default: '', description: 'Languages it is for; empty: all.' },
  keywords: {
    type: { kind: 'list' },
    default: '',
    description: "Words in a customer's first message that lead here.",
  },
  priority: {
    type: { kind: 'integer', min: 0, max: 100 },
    default: '5',
    description: 'Interactions of a queue with a higher number are offered first.',
  },
  skills: { type: { kind: 'list' }, default: '', description: 'Skills an agent must have, all of them.' },
  agents: { type: { kind: 'list' }, default: '', description: 'Agents who serve it, beside the groups.' },
  groups: {
    type: { kind: 'list' },
    default: '',
    description: 'Groups that serve it. Without agents and groups: all who have the skills.',
  },
  'overflow-queue': {
    type: { kind: 'text' },
    default: '',
    description: 'Queue an interaction goes to when nobody has taken it in time.',
  },
  'overflow-seconds': {
    type: { kind: 'integer', min: 1, max: 604_800, unit: 'seconds' },
    default: '300',
    description: 'That time.',
  },
  'outbound-session-config': {
    type: { kind: 'text' },
    default: '',
    description: 'Attached to each interaction queued here as `_umsOutboundSessionConfig` (JSON).',
  },
});

/** `[agent-<name>]`; the name is what the agent logs in with. */
export const agentKeys = defineSection({
  'display-name': { type: { kind: 'text' }, default: '', description: 'What people see; empty: first and last name.' },
  'first-name': { type: { kind: 'text' }, default: '', description: 'First name, for field codes.' },
  'last-name': { type: { kind: 'text' }, default: '', description: 'Last name, for field codes.' },
  'password-hash': {
    type: { kind: 'text' },
    default: '',
    description: 'The password as argon2id hash (`$argon2id$…`).',
  },
  password: {
    type: { kind: 'secret', mayBeEmpty: true },
    default: '',
    description: 'The password itself; in trial mode only.',
  },
  groups: { type: { kind: 'list' }, default: '', description: 'Agent groups the agent is in.' },
  skills: { type: { kind: 'list' }, default: '', description: 'Skills the agent has.' },
  languages: { type: { kind: 'list' }, default: '', description: 'Languages the agent writes.' },
  'capacity-rule': {
    type: { kind: 'text' },
    default: '',
    description: 'Name of a `[capacity-rule-*]`. Without one: one voice call and nothing else.',
  },
});
