import type { EventBody } from '#shared/domain/events.ts';
import { foldMessage } from '#shared/domain/fold.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Unit } from '../unit.ts';

type ReactionStatus = Extract<EventBody, { kind: 'message.reaction-status-changed' }>['data'];

/**
 * Records how an agent's reaction stands, when that changes anything. It is an event about its target and no message of
 * its own: it ends no pending response, is no answer, and opens no longer window.
 */
export async function recordReaction(unit: Unit, target: Message, data: ReactionStatus): Promise<void> {
  const body = { kind: 'message.reaction-status-changed', data } as const;
  const stream = `interaction:${target.interactionId}`;
  const after = foldMessage(target, { ...body, stream, seq: 0, cursor: 0, at: unit.now });
  if (JSON.stringify(after) === JSON.stringify(target)) return;
  // Who reacts to an earlier session hears what becomes of it, though another agent may have had that one. Of one that
  // was in their hands and has gone on without them they are told nothing: alone, this would be a hole.
  const sent = await unit.tables.outbound.get(data.id);
  await unit.record(stream, body, sent?.interactionId === target.interactionId ? undefined : data.by);
}
