import type { Message } from '#shared/domain/message.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { OutboundEntry } from '../../storage/tables/outbound.ts';
import type { Unit } from '../unit.ts';
import { changeStatus, type StatusChange } from './message-status.ts';
import { recordReaction } from './react.ts';

/** Records how a send stands: of a message its own status, of a reaction what is shown with its target. */
export async function changeSendStatus(unit: Unit, entry: OutboundEntry, change: StatusChange): Promise<void> {
  const { messageId: id, content, agent: by } = entry;
  if (content.kind !== 'reaction') {
    const message = await unit.message(id);
    if (message) await changeStatus(unit, message, change);
    return;
  }
  const status = reactionStatus(change.status);
  const target = await unit.message(content.messageId);
  if (!target || !status) return;
  const at = pressedAt(target, id) ?? unit.now;
  const { messageId, emoji } = content;
  const { error } = change;
  await recordReaction(unit, target, { messageId, id, by, emoji, at, status, ...(error ? { error } : {}) });
}

/** Reactions are neither delivered nor read (section 13); a report that says so proves that the provider has it. */
function reactionStatus(status: StatusChange['status']): 'handed-over' | 'unknown' | 'failed' | undefined {
  if (status === 'failed' || status === 'unknown') return status;
  return status === 'handed-over' || status === 'delivered' || status === 'read' ? 'handed-over' : undefined;
}

function pressedAt({ reactionSend, reactions }: Message, id: string): number | undefined {
  return reactionSend?.id === id ? reactionSend.at : reactions.find((reaction) => reaction.id === id)?.at;
}

/** The message a desk is told of when it asks what became of a send: itself, or the target of a reaction. */
export function messageOfSend(unit: Unit, id: string, content: OutboundContent): Promise<Message | undefined> {
  return unit.message(content.kind === 'reaction' ? content.messageId : id);
}
