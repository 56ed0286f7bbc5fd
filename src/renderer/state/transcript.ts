import type { Message } from '#shared/domain/message.ts';
import type { Refusal } from '#shared/result.ts';
import { type Choices, choicesOf, mergeChoices, noChoices, withChoice } from '#shared/rules/choices.ts';
import { compareMessages, placeMessage } from '#shared/rules/ordering.ts';

/** Messages of one interaction as far as a page has asked for them, in transcript order (UI-3). */
export interface Transcript {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly messages: readonly Message[];
  /** What customers chose of messages with buttons or lists, by that message; kept as messages come. */
  readonly choices: Choices;
  /** Messages that came while an answer was awaited: at least as new as that answer will be. */
  readonly arrived: readonly Message[];
  /** True when older messages can be asked for. */
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  /** Why the last request for messages was refused; null otherwise. */
  readonly error: Refusal | null;
}

/** What main answers to `transcript.open` and `transcript.older`. */
export interface TranscriptPage {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
}

export const newTranscript: Transcript = {
  state: 'loading',
  messages: [],
  choices: noChoices,
  arrived: [],
  hasOlder: false,
  loadingOlder: false,
  error: null,
};

/** Asked for again: what is shown stays until the answer is here. */
export function reloading(transcript: Transcript | undefined): Transcript {
  return transcript ? { ...transcript, state: 'loading', arrived: [], error: null } : newTranscript;
}

/** A message that came or changed, put in its place. */
export function addMessage(transcript: Transcript, message: Message): Transcript {
  const messages = placeMessage(transcript.messages, message);
  const choices = withChoice(transcript.choices, message);
  if (transcript.state !== 'loading') return { ...transcript, messages, choices };
  return { ...transcript, messages, choices, arrived: placeMessage(transcript.arrived, message) };
}

/**
 * The answer to `transcript.open`. Messages pushed meanwhile win over the answer: every change it can hold was pushed
 * before it, while it may have been read before a change that was pushed since.
 */
export function opened(transcript: Transcript, page: TranscriptPage): Transcript {
  const messages = transcript.arrived.reduce<readonly Message[]>(placeMessage, sorted(page.messages));
  return { ...newTranscript, state: 'ready', messages, choices: choicesOf(messages), hasOlder: page.hasOlder };
}

/** The answer to `transcript.older`: put in front, nothing that is here already is replaced. */
export function extended(transcript: Transcript, page: TranscriptPage): Transcript {
  const known = new Set(transcript.messages.map((message) => message.id));
  const older = page.messages.filter((message) => !known.has(message.id));
  return {
    ...transcript,
    messages: sorted([...older, ...transcript.messages]),
    choices: mergeChoices(choicesOf(older), transcript.choices),
    hasOlder: page.hasOlder,
    loadingOlder: false,
    error: null,
  };
}

/** A request for messages was refused; what is shown stays. */
export function refused(transcript: Transcript, error: Refusal): Transcript {
  const state = transcript.state === 'loading' && transcript.messages.length === 0 ? 'failed' : 'ready';
  return { ...transcript, state, arrived: [], loadingOlder: false, error };
}

/** Arrival order of the oldest message here that the server knows, from which `transcript.older` goes back. */
export function oldestArrival(transcript: Transcript): number | undefined {
  const orders = transcript.messages.map((message) => message.arrivalOrder).filter((order) => order > 0);
  return orders.length === 0 ? undefined : orders.reduce((least, order) => Math.min(least, order));
}

function sorted(messages: readonly Message[]): readonly Message[] {
  return [...messages].sort(compareMessages);
}
