import type { OutboundContent } from '#shared/domain/outbound.ts';

/** One press of Send that the desk took. */
export interface Press {
  /** Of the message. */
  readonly id: string;
  readonly number: number;
  readonly interactionId: string;
  readonly content: OutboundContent;
}

const WORD = /w\d+/g;

/** The words of a text: each is written once in a schedule, so that it can be looked for. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

export function wordsIn(content: OutboundContent): readonly string[] {
  return content.kind === 'text' ? wordsOf(content.text) : [];
}
