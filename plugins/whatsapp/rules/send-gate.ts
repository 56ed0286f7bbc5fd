import type { Interaction, OutboundContent, Template } from '#shared/plugin-api/domain.ts';
import { windowAt } from '#shared/plugin-api/domain.ts';
import { cloudApi } from '../profiles/cloud-api.ts';
import { characterCount, utf8Length } from './byte-size.ts';
import { block, type Finding } from './finding.ts';
import { type ConsentFacts, checkConsent } from './gate/consent.ts';
import { checkFile } from './gate/files.ts';
import { checkInteractive } from './gate/interactive.ts';
import { checkLength } from './gate/lengths.ts';
import { checkFill, checkTemplate, templateUnknown } from './gate/template.ts';
import { isGroup } from './group.ts';
import { checkOriginal, type Original } from './original.ts';

export { explain, type Finding } from './finding.ts';

/** All the gate looks at. Times are server time, ms: a desk's own clock never decides (SRV-2). */
export interface SendRequest {
  readonly content: OutboundContent;
  readonly interaction: Pick<Interaction, 'stage' | 'window'> & Partial<Pick<Interaction, 'attachedData'>>;
  readonly now: number;
  /** Option `whatsappsession.max-text-message-size`, bytes of UTF-8. The server, which serves all desks, has none. */
  readonly maxTextBytes?: number;
  /**
   * The message that is quoted or reacted to, null when this customer's conversation has none such. Left out by who does
   * not know it: then nothing is said about it.
   */
  readonly original?: Original | null;
  /** The template of a notification; null when the provider has none such. Left out by who does not know it. */
  readonly template?: Template | null;
  /** What the contact allows. Left out by who does not know it. */
  readonly consent?: ConsentFacts;
  /** How the contact is written to. Left out by who does not know it. */
  readonly recipient?: 'number' | 'user-id';
  /** Whether the agent may send this very file (ROLE-1). Left out: they may. */
  readonly mayAttach?: boolean;
}

export type SendVerdict =
  | { readonly allowed: true; readonly warnings: readonly Finding[] }
  | { readonly allowed: false; readonly findings: readonly [Finding, ...Finding[]] };

type Check = (request: SendRequest) => Finding | readonly Finding[] | undefined;

const checkStage: Check = ({ interaction }) =>
  interaction.stage === 'done'
    ? block(
        'interaction-done',
        'message',
        'The message was not sent: this interaction is done.',
        "The customer's next message opens a new one.",
      )
    : undefined;

/** Group messages are shown and not answered in this version (WA-5). */
const checkGroup: Check = ({ interaction }) =>
  isGroup(interaction)
    ? block(
        'group',
        'message',
        'The message was not sent: this is a group, and groups cannot be answered.',
        'Write to the person directly.',
      )
    : undefined;

function isWindowOpen({ interaction, now }: SendRequest): boolean {
  return windowAt(interaction.window, now).state === 'open';
}

/** Outside the window the provider accepts a free message and fails it later with 131047. */
const checkWindow: Check = (request) => {
  const { content, interaction, now } = request;
  // A message in a group opens no window; that it is a group says it better.
  if (isGroup(interaction) || content.kind === 'template' || isWindowOpen(request)) return undefined;
  const what = content.kind === 'interactive' ? 'Reply buttons and lists cannot be sent' : 'The message was not sent';
  const why =
    windowAt(interaction.window, now).state === 'closed'
      ? 'the time for free messages is over'
      : 'the customer has not written yet';
  const nextStep = 'Send a notification, or wait for the customer to write.';
  return block('window-closed', 'message', `${what}: ${why}.`, nextStep);
};

const checkLeave: Check = (request) => {
  const { content, template, consent } = request;
  return consent && checkConsent(content, template, isWindowOpen(request), consent);
};

/** Characters nobody can see: spaces, controls, joiners. A text of nothing else shows an empty bubble or is refused. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}]*$/u;

const checkText: Check = ({ content, maxTextBytes }) => {
  if (content.kind !== 'text') return undefined;
  const { text } = content;
  if (INVISIBLE.test(text)) {
    return block('text-empty', 'text', 'The message was not sent: it is empty.', 'Write a text first.');
  }
  const maxCharacters = cloudApi.text.body.max;
  const characters = characterCount(text);
  if (characters > maxCharacters) {
    const over = characters - maxCharacters;
    return tooLong(`it has ${characters} characters and WhatsApp takes ${maxCharacters}`, `${over} characters`);
  }
  const bytes = utf8Length(text);
  if (maxTextBytes !== undefined && bytes > maxTextBytes) {
    return tooLong(`it has ${bytes} bytes and ${maxTextBytes} are allowed`, `${bytes - maxTextBytes} bytes`);
  }
  return undefined;
};

function tooLong(why: string, excess: string): Finding {
  return block('text-too-long', 'text', `The message was not sent: ${why}.`, `Shorten it by ${excess}.`);
}

/** Signs that make of one sign an emoji: pictures, flags, and key caps. */
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** An empty one takes the reaction back. */
const checkEmoji: Check = ({ content }) => {
  if (content.kind !== 'reaction' || content.emoji === '') return undefined;
  if (EMOJI.test(content.emoji) && [...signs.segment(content.emoji)].length === 1) return undefined;
  return block('reaction-emoji', 'message', 'The reaction was not sent: it is not one emoji.', 'Choose an emoji.');
};

const checkAbout: Check = ({ content, original, now }) =>
  original === undefined ? undefined : checkOriginal(content, original, now);

const checkNotification: Check = ({ content, template, recipient }) => {
  if (content.kind !== 'template' || template === undefined) return undefined;
  if (template === null) return templateUnknown(content.template.name, content.template.language);
  if (template.category === 'authentication' && recipient === 'user-id') {
    const sentence = 'Codes for logging in can only be sent to a number, and this customer has none.';
    return block('template-recipient', 'template', sentence, 'Choose another notification.');
  }
  return [...checkTemplate(template), ...checkFill(template, content.fill)];
};

const checkStructure: Check = ({ content }) =>
  content.kind === 'interactive' ? checkInteractive(content.interactive) : undefined;

const checkAttachment: Check = ({ content }) => {
  if (content.kind !== 'file') return undefined;
  const { mediaKind, file, caption = '' } = content;
  const words = { field: 'caption', what: 'The text of the file', text: caption, max: cloudApi.caption.max };
  return [...checkFile('file', 'The message', mediaKind, file), ...checkLength({ ...words, optional: true })];
};

const checkMayAttach: Check = ({ mayAttach = true }) =>
  mayAttach
    ? undefined
    : block(
        'file-forbidden',
        'fill.file',
        'The message was not sent: you may not send this file.',
        'Take the one it comes with, or ask your administrator for the privilege.',
      );

/** In the order in which they matter to the agent. */
const checks: readonly Check[] = [
  checkStage,
  checkGroup,
  checkWindow,
  checkLeave,
  checkText,
  checkEmoji,
  checkNotification,
  checkStructure,
  checkAttachment,
  checkMayAttach,
  checkAbout,
];

/**
 * The send gate (WA-2): whether a message may leave, else every reason why not. The desk asks it to tell the agent at
 * once, the server to decide; both get the same answer from the same facts.
 */
export function checkSend(request: SendRequest): SendVerdict {
  const findings = checks.flatMap((check) => check(request) ?? []);
  const [first, ...rest] = findings.filter(({ severity }) => severity === 'blocking');
  if (first) return { allowed: false, findings: [first, ...rest] };
  return { allowed: true, warnings: findings };
}
