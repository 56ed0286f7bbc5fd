import { defineSection } from './section-reading.ts';

const milliseconds = { kind: 'integer', min: 0, max: 3_600_000, unit: 'milliseconds' } as const;

/** `[simulator]`: the stand-in for the provider (SIM-1). Its secrets are samples. */
export const simulatorKeys = defineSection({
  port: {
    type: { kind: 'integer', min: 0, max: 65_535 },
    default: '0',
    description: 'Port on this computer; 0 takes any free one.',
  },
  'access-token': {
    type: { kind: 'text', minLength: 1 },
    default: 'simulator-access-token',
    description: 'The only token it takes.',
  },
  'app-id': { type: { kind: 'text', minLength: 1 }, default: '670843887433847', description: 'Id of the app.' },
  'app-secret': {
    type: { kind: 'text', minLength: 1 },
    default: 'simulator-app-secret',
    description: 'Secret with which it signs webhooks.',
  },
  'verify-token': {
    type: { kind: 'text', minLength: 1 },
    default: 'simulator-verify-token',
    description: 'Word it says when a webhook address is set up.',
  },
  'business-account-id': {
    type: { kind: 'text', minLength: 1 },
    default: '102290129340398',
    description: 'Id of the business account.',
  },
  'phone-numbers': {
    type: { kind: 'list' },
    default: '106540352242922:15550100199',
    description: 'Business numbers, each as `id:number`, both in digits.',
  },
  'verified-name': {
    type: { kind: 'text', minLength: 1 },
    default: 'Jungle support',
    description: 'Name of the business on phones.',
  },
  'sent-delay-ms': { type: milliseconds, default: '300', description: 'From taking a message to its status `sent`.' },
  'delivered-delay-ms': { type: milliseconds, default: '700', description: 'From there to the phone.' },
  'read-delay-ms': {
    type: { ...milliseconds, mayBeEmpty: true },
    default: '',
    description: 'From there to `read`; empty: only when the control API says so.',
  },
  'template-review-ms': {
    type: milliseconds,
    default: '5000',
    description: 'From creating a template to its approval.',
  },
  'webhook-timeout-ms': {
    type: { ...milliseconds, min: 1 },
    default: '10000',
    description: 'A webhook not answered in this time is sent again.',
  },
  'messages-per-second': {
    type: { kind: 'integer', min: 0, max: 10_000 },
    default: '80',
    description: 'Limit of a business number; 0: none.',
  },
  'pair-seconds': {
    type: { kind: 'integer', min: 0, max: 3600, unit: 'seconds' },
    default: '6',
    description: 'One message to one person in this time; 0: no limit.',
  },
  'pair-burst': {
    type: { kind: 'integer', min: 1, max: 10_000 },
    default: '45',
    description: 'How many messages to one person may come faster than that.',
  },
  'callback-url': {
    type: { kind: 'text' },
    default: '',
    description: 'Where webhooks go. Empty: to the server of this file, to the channel with the number.',
  },
  scenario: { type: { kind: 'text' }, default: '', description: 'Scenario that starts by itself, such as `trial`.' },
  'webhook-version': {
    type: { kind: 'text', minLength: 1 },
    default: 'v25.0',
    description: 'Version of webhooks; from v24.0 on statuses have no conversation.',
  },
  'user-ids': { type: { kind: 'boolean' }, default: 'true', description: 'Webhooks hold business-scoped user ids.' },
  'media-urls': { type: { kind: 'boolean' }, default: 'true', description: 'Media webhooks hold a direct address.' },
  'skip-delivered': { type: { kind: 'boolean' }, default: 'false', description: 'The status `delivered` is left out.' },
  'refuse-outside-window-at-once': {
    type: { kind: 'boolean' },
    default: 'false',
    description: 'Free text outside the window is refused by HTTP 400, not by a failed status.',
  },
  duplicate: { type: { kind: 'boolean' }, default: 'false', description: 'Each webhook is sent twice.' },
  reorder: { type: { kind: 'boolean' }, default: 'false', description: 'Waiting webhooks are sent newest first.' },
});
