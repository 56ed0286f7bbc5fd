import type { MessageStatus } from '../domain/message.ts';

const RANK: Readonly<Record<MessageStatus, number>> = {
  received: 0,
  queued: 1,
  accepted: 2,
  unknown: 3,
  'handed-over': 4,
  delivered: 5,
  read: 6,
  failed: 7,
};

/**
 * The status after a report. Reports arrive in any order and more than once, so a status never goes back: `read`
 * stays `read` when `delivered` follows. A failure stands against everything but proof of delivery, and proof of
 * delivery stands against a failure told later. `unknown` gives way to any proof.
 */
export function advanceStatus(current: MessageStatus, reported: MessageStatus): MessageStatus {
  if (current === 'received' || reported === 'received') return current;
  if (reported === 'failed') return current === 'delivered' || current === 'read' ? current : 'failed';
  if (current === 'failed') return reported === 'delivered' || reported === 'read' ? reported : current;
  return RANK[reported] > RANK[current] ? reported : current;
}
