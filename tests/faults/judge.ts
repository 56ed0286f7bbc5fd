import type { Message } from '#shared/domain/message.ts';

/** One press of Send, as the driver remembers it. */
export interface Press {
  /** Unlike any other in the run. */
  readonly text: string;
  readonly conversation: string;
  /**
   * `stored`: the desk said that it is on its disk. `unanswered`: the desk was killed before it said anything, so that
   * nobody was promised anything.
   */
  readonly outcome: 'stored' | 'unanswered';
}

export interface Evidence {
  /** In the order pressed. */
  readonly presses: readonly Press[];
  /** Texts of the business on each phone, in the order the provider took them. */
  readonly phones: ReadonlyMap<string, readonly string[]>;
  /** What the desk shows of each conversation. */
  readonly transcripts: ReadonlyMap<string, readonly Message[]>;
}

/** Statuses that say the provider has the message. */
const PROOF_NEEDED = new Set(['handed-over', 'delivered', 'read']);

/** What may be shown of a message that never reached the phone. */
const NOT_ARRIVED = new Set(['unknown', 'failed']);

/**
 * REL-1: everything that is wrong with the end of a run. Each stored message is on the phone exactly once, or reported
 * as unknown or failed; none is doubled, lost, shown as sent without proof, or out of order.
 */
export function judge({ presses, phones, transcripts }: Evidence): string[] {
  const problems: string[] = [];
  for (const press of presses) {
    const onPhone = (phones.get(press.conversation) ?? []).filter((text) => text === press.text).length;
    const shown = (transcripts.get(press.conversation) ?? []).filter((message) => message.text === press.text);
    problems.push(...judgePress(press, onPhone, shown));
  }
  for (const [conversation, texts] of phones) problems.push(...judgeOrder(conversation, texts, presses));
  return problems;
}

function judgePress({ text, outcome }: Press, onPhone: number, shown: readonly Message[]): string[] {
  const problems: string[] = [];
  const status = shown[0]?.status;
  if (onPhone > 1) problems.push(`${text} is on the phone ${onPhone} times`);
  if (shown.length > 1) problems.push(`${text} is shown ${shown.length} times`);
  if (onPhone > 0 && !status) problems.push(`${text} is on the phone, but the desk does not show it`);
  if (onPhone === 0 && status && PROOF_NEEDED.has(status)) problems.push(`${text} is shown as ${status} without proof`);
  if (onPhone === 0 && status && !PROOF_NEEDED.has(status) && !NOT_ARRIVED.has(status)) {
    problems.push(`${text} never left: it is still ${status}`);
  }
  if (onPhone === 1 && status === 'failed') problems.push(`${text} is on the phone and shown as failed`);
  if (outcome === 'stored' && !status) problems.push(`${text} was stored and is lost`);
  return problems;
}

function judgeOrder(conversation: string, texts: readonly string[], presses: readonly Press[]): string[] {
  const order = new Map(presses.map((press, index) => [press.text, index]));
  const problems: string[] = [];
  for (const [index, text] of texts.entries()) {
    const next = texts[index + 1];
    const [a, b] = [order.get(text), next === undefined ? undefined : order.get(next)];
    if (a === undefined) problems.push(`${text} is on the phone ${conversation}, but nobody pressed Send for it`);
    if (a !== undefined && b !== undefined && b < a)
      problems.push(`${next} left after ${text}, but was pressed before it`);
  }
  return problems;
}
