import { defineSection } from './section-reading.ts';

const seconds = (min: number, max: number) => ({ kind: 'integer', min, max, unit: 'seconds' }) as const;

/** `[server]`: how the messaging server listens and logs (SRV-1, API-1). */
export const serverKeys = defineSection({
  name: {
    type: { kind: 'text', minLength: 1, maxLength: 100 },
    default: 'replydesk',
    description: 'Name of this server in attached data (`_umsInboundIxnSubmittedBy`).',
  },
  host: {
    type: { kind: 'text', minLength: 1 },
    default: '127.0.0.1',
    critical: true,
    description: 'Address to listen on. Any but loopback needs a certificate, or `behind-proxy = true`.',
  },
  port: {
    type: { kind: 'integer', min: 0, max: 65_535 },
    default: '8480',
    critical: true,
    description: 'Port to listen on; 0 takes any free one.',
  },
  'public-url': {
    type: { kind: 'url-template', mayBeEmpty: true },
    default: '',
    description: 'Address under which the provider and desks reach this server, when it is another than the above.',
  },
  'behind-proxy': {
    type: { kind: 'boolean' },
    default: 'false',
    critical: true,
    description: 'A proxy in front does TLS and passes on the address of the caller.',
  },
  'tls-certificate': {
    type: { kind: 'text' },
    default: '',
    critical: true,
    description: 'Certificate file (PEM, with its chain).',
  },
  'tls-key': { type: { kind: 'text' }, default: '', critical: true, description: 'Key file (PEM) of the certificate.' },
  'log-level': {
    type: { kind: 'enum', values: ['error', 'warn', 'info', 'debug'] },
    default: 'info',
    description: 'What is logged: this level and those left of it (error, warn, info, debug).',
  },
  'heartbeat-seconds': {
    type: seconds(1, 60),
    default: '10',
    description: 'How often a desk and the server tell each other that they are there.',
  },
});

/** `[lifecycle]`: rules of an interaction's life as data (SRV-4, SRV-5, SRV-6). */
export const lifecycleKeys = defineSection({
  'offer-seconds': {
    type: seconds(5, 3600),
    default: '30',
    description: 'How long an agent has to accept an offered interaction.',
  },
  'max-missed': {
    type: { kind: 'integer', min: 1, max: 100 },
    default: '3',
    description: 'Offers missed in a row that make an agent not ready.',
  },
  'sticky-seconds': {
    type: seconds(0, 86_400),
    default: '60',
    description: 'How long an interaction from a workbin waits for its last agent before others are offered it.',
  },
  'reject-pause-seconds': {
    type: seconds(0, 3600),
    default: '30',
    description: 'An agent who rejected an interaction is not offered it again before that.',
  },
  'desk-lost-seconds': {
    type: seconds(10, 3600),
    default: '60',
    description: 'A desk that is silent this long counts as lost.',
  },
  'desk-grace-seconds': {
    type: seconds(0, 3600),
    default: '120',
    description: 'After that, a lost desk has this long to come back before its interactions go elsewhere.',
  },
  'free-msg-timespan': {
    type: seconds(60, 86_400),
    default: '86400',
    description: 'How long after a customer wrote free messages may be sent.',
  },
  'free-entry-point-timespan': {
    type: seconds(60, 259_200),
    default: '259200',
    description: 'The same for a customer who came by an advert and was answered in time.',
  },
  'end-when-window-closes': {
    type: { kind: 'boolean' },
    default: 'false',
    description: 'An interaction ends when that time is over; otherwise it stays, and only templates can be sent.',
  },
  'no-answer-seconds': {
    type: seconds(60, 2_592_000),
    default: '86400',
    description: 'A session that the business began waits this long for an answer before its agent is told.',
  },
  'no-answer-archive-seconds': {
    type: seconds(60, 2_592_000),
    default: '86400',
    description: 'After that, without another message to the customer, it is archived.',
  },
  'not-ready-reason-mandatory': {
    type: { kind: 'boolean' },
    default: 'false',
    description: 'Agents must choose a reason when they become not ready.',
  },
});

/** `[channel-<name>]`: one business number (API-3). The name is part of the webhook address. */
export const channelKeys = defineSection({
  'display-name': { type: { kind: 'text' }, default: '', description: 'What agents see; empty: the name.' },
  'media-type': {
    type: { kind: 'text', minLength: 1 },
    default: 'whatsappsession',
    description: 'What capacity rules count.',
  },
  'phone-number-id': {
    type: { kind: 'list' },
    default: '',
    required: true,
    description: "The provider's ids of the number, the first being the one to send from; `*` takes any.",
  },
  'business-account-id': {
    type: { kind: 'list' },
    default: '*',
    critical: true,
    description:
      'Business accounts whose webhooks are taken; `*` takes any. Templates are read of those named here, and added to the first.',
  },
  'display-phone-number': {
    type: { kind: 'text', maxLength: 40 },
    default: '',
    description: 'The number as people write it.',
  },
  'app-secret': {
    type: { kind: 'secret' },
    default: '',
    required: true,
    description: 'Secret of the app, with which webhooks are signed.',
  },
  'verify-token': {
    type: { kind: 'secret', mayBeEmpty: true },
    default: '',
    description: 'Word the provider says when the webhook address is set up.',
  },
  'access-token': {
    type: { kind: 'secret', mayBeEmpty: true },
    default: '',
    description: 'Token for sending. Without it the channel only receives.',
  },
  'graph-url': {
    type: { kind: 'url-template' },
    default: 'https://graph.facebook.com',
    required: true,
    description: 'Address of the Graph API. Only on this computer it may be http.',
  },
  'api-version': {
    type: { kind: 'text', minLength: 1, maxLength: 10 },
    default: 'v25.0',
    description: 'Version of the Graph API.',
  },
  'template-refresh-seconds': {
    type: seconds(60, 86_400),
    default: '3600',
    description: 'How often the templates are read anew, beside when the provider tells of a change.',
  },
  queue: {
    type: { kind: 'text' },
    default: '',
    description: 'Queue of customers who write; empty: the default queue.',
  },
  'binding-days': {
    type: { kind: 'enum', values: ['0', '1', '3', '7', '14', '30'] },
    default: '0',
    critical: true,
    description: 'Days a contact stays with the same agent; 0: not at all.',
  },
  'allow-list': {
    type: { kind: 'list' },
    default: '',
    critical: true,
    description: 'Who may start sessions: `agent:NAME` and `group:NAME`; empty: everybody.',
  },
  'opt-in-required': {
    type: { kind: 'boolean' },
    default: 'false',
    critical: true,
    description: 'A session may be started only with a contact whose consent is recorded.',
  },
  'stop-words': {
    type: { kind: 'list' },
    default: 'STOP, STOPP, STOP ALL, UNSUBSCRIBE, OPT OUT, ABMELDEN, ABBESTELLEN',
    description: 'A customer whose whole message is one of these is not written to unasked any more.',
  },
  'start-words': {
    type: { kind: 'list' },
    default: 'START, UNSTOP, SUBSCRIBE, OPT IN, ANMELDEN',
    description: 'A customer whose whole message is one of these takes that back.',
  },
});
