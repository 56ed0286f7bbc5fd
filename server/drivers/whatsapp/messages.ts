import type { InboundItem } from '../driver.ts';
import { contentOf } from './contents.ts';
import { addresseeOf, type OwnNumber, senderOf } from './correspondent.ts';
import { keyOf, type LooseObject, memberOf, objectOf, textOf, timeOf } from './loose.ts';

/** Where a message stands: in `messages` or among the echoes of the phone app. */
export interface MessageContext {
  readonly value: LooseObject;
  readonly own: OwnNumber;
  readonly echo: boolean;
}

/** One element of `messages[]` or `message_echoes[]`; whatever it is, nothing of it is lost. */
export function readMessage(raw: unknown, context: MessageContext): InboundItem {
  const message = objectOf(raw);
  if (!message) return { what: 'notice', key: keyOf('message', raw), field: 'messages', value: raw };
  const { value, own, echo } = context;
  const providerId = textOf(message, 'id') ?? null;
  const shape = {
    // An id that was made of the content, so that the same body delivered again is still known.
    key: providerId ?? keyOf('message', own.phoneNumberId, message),
    providerId,
    originTime: timeOf(message.timestamp),
    correspondent: echo ? addresseeOf(message, value, own) : senderOf(message, value, own),
    businessNumberId: own.phoneNumberId,
    businessNumber: own.displayNumber,
    groupId: textOf(message, 'group_id'),
    raw,
  };
  const change = readChange(message, shape, echo);
  if (change) return change;
  const content = contentOf(message);
  const quotedProviderId = textOf(memberOf(message, 'context'), 'id');
  if (echo) return { ...shape, what: 'echo', content, quotedProviderId };
  if (content.kind === 'system') return { ...shape, what: 'system', content, quotedProviderId };
  const fromAdvert = memberOf(message, 'referral') !== undefined;
  return { ...shape, what: 'message', content, quotedProviderId, forwarded: isForwarded(message), fromAdvert };
}

type Shape = Omit<Extract<InboundItem, { what: 'revoke' }>, 'what' | 'direction' | 'targetProviderId'>;

/** Reactions, edits and revokes change a message that was there before; undefined for what is a message itself. */
function readChange(message: LooseObject, shape: Shape, echo: boolean): InboundItem | undefined {
  const direction = echo ? 'out' : 'in';
  const type = textOf(message, 'type');
  const object = type === undefined ? undefined : memberOf(message, type);
  if (type === 'reaction') {
    const targetProviderId = textOf(object, 'message_id');
    if (targetProviderId === undefined) return undefined;
    return { ...shape, what: 'reaction', direction, targetProviderId, emoji: textOf(object, 'emoji') ?? '' };
  }
  const targetProviderId = textOf(object, 'original_message_id');
  if (targetProviderId === undefined) return undefined;
  if (type === 'revoke') return { ...shape, what: 'revoke', direction, targetProviderId };
  const edited = memberOf(object, 'message');
  if (type !== 'edit' || !edited) return undefined;
  return { ...shape, what: 'edit', direction, targetProviderId, content: contentOf(edited) };
}

function isForwarded(message: LooseObject): boolean {
  const context = memberOf(message, 'context');
  return context?.forwarded === true || context?.frequently_forwarded === true;
}
