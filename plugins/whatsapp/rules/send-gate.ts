import type { Interaction, OutboundContent } from '#shared/plugin-api/domain.ts';
import { windowAt } from '#shared/plugin-api/domain.ts';
import { cloudApi } from '../profiles/cloud-api.ts';
import { characterCount, utf8Length } from './byte-size.ts';
import { block, type Finding } from './finding.ts';
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
}

export type SendVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly findings: readonly [Finding, ...Finding[]] };

type Check = (request: SendRequest) => Finding | undefined;

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

/** Outside the window the provider accepts a free message and fails it later with 131047. */
const checkWindow: Check = ({ interaction, now }) => {
  // A message in a group opens no window; that it is a group says it better.
  if (isGroup(interaction)) return undefined;
  const { state } = windowAt(interaction.window, now);
  if (state === 'open') return undefined;
  const sentence =
    state === 'closed'
      ? 'The message was not sent: the time for free messages is over.'
      : 'The message was not sent: the customer has not written yet.';
  return block('window-closed', 'message', sentence, 'Send a notification, or wait for the customer to write.');
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

/** In the order in which they matter to the agent. */
const checks: readonly Check[] = [checkStage, checkGroup, checkWindow, checkText, checkEmoji, checkAbout];

/**
 * The send gate (WA-2): whether a message may leave, else every reason why not. The desk asks it to tell the agent at
 * once, the server to decide; both get the same answer from the same facts.
 */
export function checkSend(request: SendRequest): SendVerdict {
  const [first, ...rest] = checks.flatMap((check) => check(request) ?? []);
  return first ? { allowed: false, findings: [first, ...rest] } : { allowed: true };
}
