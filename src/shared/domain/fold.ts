import { dispositionAfter } from '../rules/disposition.ts';
import { advanceStatus } from '../rules/message-status.ts';
import { afterAnswer, afterCustomer, afterReport } from '../rules/open-answers.ts';
import { changeReaction, changeReactionSend } from '../rules/reactions.ts';
import type { EventBody, LogEvent } from './events.ts';
import type { Interaction } from './interaction.ts';
import type { Message } from './message.ts';
import { type SystemNote, systemNoteOf } from './system-note.ts';

type Body<K extends EventBody['kind']> = Extract<EventBody, { kind: K }>['data'];
type Head = Pick<LogEvent, 'seq' | 'at'>;

/** State of an interaction before its first message, from its `interaction.created` event. */
function created(data: Body<'interaction.created'>, event: Head): Interaction {
  const { interactionId, ...given } = data;
  return {
    ...given,
    id: interactionId,
    seq: event.seq,
    stage: 'queued',
    queue: null,
    agent: null,
    offer: null,
    createdAt: event.at,
    queuedAt: null,
    assignedAt: null,
    doneAt: null,
    disposition: data.direction === 'in' ? 'Waiting' : 'Initiated',
    dispositionCode: null,
    note: null,
    window: null,
    pendingSince: null,
    unanswered: 0,
    answers: [],
    messageCount: 0,
    lastMessage: null,
  };
}

function withMessage(state: Interaction, message: Message): Interaction {
  const { id, direction, kind, text } = message;
  const at = message.originTime ?? message.arrivalTime;
  const newest = !state.lastMessage || at >= state.lastMessage.at;
  return {
    ...state,
    messageCount: state.messageCount + 1,
    lastMessage: newest ? { id, direction, kind, text, at } : state.lastMessage,
  };
}

/** What the server notes itself is nobody's word: it stands in the transcript, and what was told is known. */
function noted(state: Interaction, message: Message, { code }: SystemNote): Interaction {
  const isTold = code === 'window-closed' || code === 'no-answer';
  const next = { ...state, messageCount: state.messageCount + 1 };
  return isTold ? { ...next, toldAt: message.arrivalTime } : next;
}

function received(state: Interaction, message: Message): Interaction {
  const note = systemNoteOf(message);
  if (note) return noted(state, message, note);
  const next = withMessage(state, message);
  // A reaction to a message that is not known here stands as a message of its own, but asks for no answer.
  if (message.direction !== 'in' || message.kind === 'reaction') return next;
  return {
    ...next,
    disposition: dispositionAfter(state, 'customer-wrote'),
    ...afterCustomer(state, message.arrivalTime),
  };
}

function answered(state: Interaction, message: Message): Interaction {
  return {
    ...withMessage(state, message),
    disposition: dispositionAfter(state, 'business-wrote'),
    ...afterAnswer(state, message.id),
    sentAt: message.arrivalTime,
  };
}

function applyTo(state: Interaction, event: LogEvent): Interaction {
  switch (event.kind) {
    case 'interaction.queued':
      return {
        ...state,
        stage: 'queued',
        queue: event.data.queue,
        agent: null,
        workbin: null,
        offer: null,
        queuedAt: event.data.place === 'head' ? (state.queuedAt ?? event.at) : event.at,
      };
    case 'interaction.offered':
      return { ...state, stage: 'offered', offer: event.data };
    case 'interaction.offer-ended':
      return { ...state, offer: null, stage: state.stage === 'offered' ? 'queued' : state.stage };
    case 'interaction.assigned':
      return {
        ...state,
        stage: 'assigned',
        agent: event.data.agent,
        lastAgent: event.data.agent,
        workbin: null,
        offer: null,
        assignedAt: event.at,
      };
    case 'interaction.parked': {
      const { name, owner } = event.data;
      return { ...state, stage: 'workbin', agent: null, offer: null, workbin: { name, owner } };
    }
    case 'interaction.done':
      return {
        ...state,
        stage: 'done',
        agent: null,
        workbin: null,
        offer: null,
        queue: null,
        doneAt: event.at,
        disposition: dispositionAfter(state, 'done'),
        dispositionCode: event.data.dispositionCode,
        note: event.data.note,
        pendingSince: null,
        unanswered: 0,
        answers: [],
      };
    case 'interaction.data-changed':
      return { ...state, attachedData: { ...state.attachedData, ...event.data.set } };
    case 'window.opened':
      return { ...state, window: event.data };
    case 'window.closed':
      return { ...state, window: state.window && { ...state.window, ...event.data } };
    case 'message.received':
      return received(state, event.data.message);
    case 'message.accepted':
      return answered(state, event.data.message);
    case 'message.echoed':
      return withMessage(state, event.data.message);
    case 'message.status-changed':
      return { ...state, ...afterReport(state, event.data.messageId, event.data.status) };
    default:
      // Other changes of a message, reactions among them, are no answer and leave the interaction as it is; `foldMessage` has them.
      return state;
  }
}

/**
 * The interaction after `event`, or unchanged for an event already folded in. Undefined until the interaction was
 * created. The caller makes sure that no sequence number is missing (API-1: a desk asks for the gap).
 */
export function foldInteraction(state: Interaction | undefined, event: LogEvent): Interaction | undefined {
  if (event.kind === 'interaction.created') return state ?? created(event.data, event);
  if (!state || event.seq <= state.seq) return state;
  return { ...applyTo(state, event), seq: event.seq };
}

/** Id of the message an event brings or changes. */
export function messageIdOf(event: LogEvent): string | undefined {
  switch (event.kind) {
    case 'message.received':
    case 'message.echoed':
    case 'message.accepted':
      return event.data.message.id;
    case 'message.status-changed':
    case 'message.edited':
    case 'message.revoked':
    case 'message.reaction-changed':
    case 'message.reaction-status-changed':
      return event.data.messageId;
    default:
      return undefined;
  }
}

function changeStatus(message: Message, data: Body<'message.status-changed'>): Message {
  const status = advanceStatus(message.status, data.status);
  return {
    ...message,
    status,
    providerId: message.providerId ?? data.providerId ?? null,
    error: errorAfter(message, status, data.error),
  };
}

/** A failure has its reason, and so has what waits with the server; whatever goes on has none. */
function errorAfter(
  { status: before, error }: Message,
  status: Message['status'],
  reported: Message['error'] | undefined,
): Message['error'] {
  if (status === 'failed' || (status === 'accepted' && before === 'accepted')) return reported ?? error;
  return null;
}

/**
 * The message after `event`: new for those that bring one, changed for the others, undefined when the event
 * concerns a message that is not known. Applying an event a second time changes nothing more.
 */
export function foldMessage(message: Message | undefined, event: LogEvent): Message | undefined {
  switch (event.kind) {
    case 'message.received':
    case 'message.echoed':
      return message ?? event.data.message;
    case 'message.accepted':
      // The desk's own copy waits with arrivalOrder 0; the server's word replaces it.
      return message && message.arrivalOrder > 0 ? message : event.data.message;
    case 'message.status-changed':
      return message && changeStatus(message, event.data);
    case 'message.edited':
      return message && editMessage(message, event.data);
    case 'message.revoked':
      return message && { ...message, revokedAt: message.revokedAt ?? event.data.at };
    case 'message.reaction-changed':
      return message && changeReaction(message, event.data);
    case 'message.reaction-status-changed':
      return message && changeReactionSend(message, event.data);
    default:
      return message;
  }
}

function editMessage(message: Message, data: Body<'message.edited'>): Message {
  if (message.text === data.text) return message;
  return {
    ...message,
    text: data.text,
    revisions: [...message.revisions, { text: message.text, replacedAt: data.at }],
  };
}
