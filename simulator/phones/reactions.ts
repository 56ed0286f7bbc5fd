import type { Context } from '../context.ts';
import { asObject, asText, type JsonObject } from '../json.ts';
import type { Failure } from './message-flow.ts';

const oldestTargetMs = 30 * 24 * 3_600_000;

/** A reaction to a message that is missing, too old, or itself a reaction fails with 131009 by status. */
export function reactionFailure({ phones, clock }: Context, message: JsonObject): Failure | undefined {
  if (message.type !== 'reaction') return undefined;
  const target = phones.message(asText(asObject(message.reaction).message_id));
  if (target && target.kind !== 'reaction' && clock.now() - target.at <= oldestTargetMs) return undefined;
  return { code: 131009, details: 'The message to react to does not exist, is too old, or is itself a reaction.' };
}
