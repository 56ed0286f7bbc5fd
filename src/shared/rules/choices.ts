import type { Message } from '../domain/message.ts';
import type { StructuredBody } from '../domain/structured-body.ts';

/** What a customer chose of a message with buttons or a list (UI-3). */
export interface Choice {
  /** Our id of the answer. */
  readonly answerId: string;
  /** Id or payload that came back; undefined when none did. */
  readonly optionId: string | undefined;
  readonly title: string;
}

/** Choices by the message they were made in. */
export type Choices = ReadonlyMap<string, readonly Choice[]>;

export const noChoices: Choices = new Map();

type Answer = Pick<Message, 'id' | 'kind' | 'text' | 'interactive' | 'quoted' | 'revokedAt'>;

function textIn({ interactive }: Answer, key: string): string | undefined {
  const value = interactive?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const isAnswer = ({ kind }: Pick<Message, 'kind'>): boolean => kind === 'button-reply' || kind === 'list-reply';

/** With what one message chose; the same object when it changes nothing, as nearly every message does. */
export function withChoice(choices: Choices, message: Answer): Choices {
  const original = message.quoted?.messageId;
  if (original === undefined || !isAnswer(message)) return choices;
  const known = choices.get(original) ?? [];
  const before = known.find(({ answerId }) => answerId === message.id);
  const choice = message.revokedAt === null ? choiceIn(message) : undefined;
  if (before ? isSame(before, choice) : !choice) return choices;
  const others = known.filter((one) => one !== before);
  return new Map(choices).set(original, choice ? [...others, choice] : others);
}

/** All choices of a conversation, at once: for when its messages have just come. */
export function choicesOf(messages: readonly Answer[]): Choices {
  const choices = new Map<string, Choice[]>();
  for (const message of messages) {
    const original = message.quoted?.messageId;
    if (original === undefined || !isAnswer(message) || message.revokedAt !== null) continue;
    const known = choices.get(original);
    if (known) known.push(choiceIn(message));
    else choices.set(original, [choiceIn(message)]);
  }
  return choices.size === 0 ? noChoices : choices;
}

function choiceIn(answer: Answer): Choice {
  const optionId = textIn(answer, 'id') ?? textIn(answer, 'payload');
  return { answerId: answer.id, optionId, title: textIn(answer, 'title') ?? answer.text };
}

function isSame(a: Choice, b: Choice | undefined): boolean {
  return a.optionId === b?.optionId && a.title === b?.title;
}

/** Those of two parts of a conversation together. */
export function mergeChoices(a: Choices, b: Choices): Choices {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const merged = new Map(a);
  for (const [original, choices] of b) merged.set(original, [...(a.get(original) ?? []), ...choices]);
  return merged;
}

/** Ids of the buttons and rows that were chosen: by what came back, else by their titles. */
export function chosenIn(body: StructuredBody, choices: readonly Choice[]): ReadonlySet<string> {
  if (choices.length === 0) return new Set();
  const buttons = body.buttons.filter((button) => button.type === 'reply');
  const options = [...buttons, ...(body.list?.sections.flatMap(({ rows }) => rows) ?? [])];
  const chosen = choices.map(
    ({ optionId, title }) =>
      options.find(({ id }) => id === optionId) ?? options.find((option) => option.title === title),
  );
  return new Set(chosen.flatMap((option) => (option ? [option.id] : [])));
}
