import { type Message, type OutboundContent, quotedBy } from '#shared/plugin-api/domain.ts';
import { cloudApi } from '../profiles/cloud-api.ts';
import { block, type Finding } from './finding.ts';

/** A message that is quoted or reacted to, as far as the provider's rules look at it. */
export type Original = Pick<
  Message,
  'kind' | 'direction' | 'status' | 'providerId' | 'originTime' | 'arrivalTime' | 'revokedAt'
>;

/** What is wrong with the message that a new one is about, for the provider's rules (sections 4 and 6). */
export function checkOriginal(content: OutboundContent, original: Original | null, now: number): Finding | undefined {
  if (content.kind === 'reaction') return checkTarget(original, now);
  if (quotedBy(content) === undefined) return undefined;
  if (original && isPlain(original) && !isOld(original, now)) return undefined;
  return block(
    'quote-impossible',
    'message',
    'The message was not sent: what it quotes was deleted, is too old, or is not of this customer.',
    'Send it without the quote.',
  );
}

/** The provider takes a reaction to anything and fails those later with 131009. */
function checkTarget(original: Original | null, now: number): Finding | undefined {
  if (!original || !isPlain(original) || !isWithCustomer(original)) {
    const sentence = 'The reaction was not sent: the customer does not have this message (any more).';
    return block('reaction-target', 'message', sentence, 'React to another one, or write an answer.');
  }
  if (!isOld(original, now)) return undefined;
  const days = cloudApi.reaction.maxAgeSeconds / 86_400;
  const sentence = `The reaction was not sent: the message is older than ${days} days.`;
  return block('reaction-too-old', 'message', sentence, 'Write an answer instead.');
}

function isPlain({ kind, direction, revokedAt }: Original): boolean {
  return kind !== 'reaction' && direction !== 'system' && revokedAt === null;
}

/** One of ours that is still on its way counts: it leaves before what is about it. */
function isWithCustomer({ direction, status, providerId }: Original): boolean {
  return direction === 'in' ? providerId !== null : status !== 'failed';
}

function isOld({ originTime, arrivalTime }: Original, now: number): boolean {
  return now - (originTime ?? arrivalTime) > cloudApi.reaction.maxAgeSeconds * 1000;
}
