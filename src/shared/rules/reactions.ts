import { assertNever } from '../assert.ts';
import type { EventBody } from '../domain/events.ts';
import type { Message, Reaction } from '../domain/message.ts';

type Body<K extends EventBody['kind']> = Extract<EventBody, { kind: K }>['data'];

/** The reactions with one put in place of its sender's earlier one, or that one taken away. */
function replaced(reactions: readonly Reaction[], reaction: Reaction): Reaction[] {
  // A business has one reaction, whoever of it gave it: an agent here, or somebody with the business's phone.
  const isSame = ({ by, direction }: Reaction) =>
    reaction.direction === 'out' ? direction === 'out' : by === reaction.by;
  const others = reactions.filter((entry) => !isSame(entry));
  return reaction.emoji ? [...others, reaction] : others;
}

/** A reaction that was told of: the customer's, or the business's own from its phone. */
export function changeReaction(message: Message, data: Body<'message.reaction-changed'>): Message {
  const { by, direction, emoji, at } = data;
  return { ...message, reactions: replaced(message.reactions, { by, direction, emoji, at }) };
}

/**
 * An agent's reaction on its way. It stands with its message once the provider has it; until then, and when it fails,
 * it is `reactionSend`. What a newer one has overtaken changes nothing any more; ids are ULIDs and grow.
 */
export function changeReactionSend(message: Message, data: Body<'message.reaction-status-changed'>): Message {
  const { id, by, emoji, at, status, error = null } = data;
  const { reactionSend: known, ...rest } = message;
  const taken = message.reactions.find((reaction) => reaction.direction === 'out');
  const isBehind = taken?.id !== undefined && taken.id > id;
  const isOvertaken = isBehind || (known !== undefined && known.id > id);
  const send = { id, by, emoji, at, error };
  switch (status) {
    case 'accepted':
      if (isOvertaken || known?.id === id || taken?.id === id) return message;
      return { ...rest, reactionSend: { ...send, status } };
    case 'handed-over': {
      // A failure that was told before the answer to the send stands.
      if (isBehind || (known?.id === id && known.status === 'failed')) return message;
      const next = { ...rest, reactions: replaced(message.reactions, { by, direction: 'out', emoji, at, id }) };
      return known === undefined || known.id === id ? next : { ...next, reactionSend: known };
    }
    case 'unknown':
      return known?.id === id ? { ...rest, reactionSend: { ...send, status } } : message;
    case 'failed': {
      // The provider may take a reaction and say later that its target cannot have one: then it stands nowhere.
      const next = { ...rest, reactions: message.reactions.filter((reaction) => reaction.id !== id) };
      if (isOvertaken) return known === undefined ? next : { ...next, reactionSend: known };
      return { ...next, reactionSend: { ...send, status } };
    }
    default:
      return assertNever(status);
  }
}
