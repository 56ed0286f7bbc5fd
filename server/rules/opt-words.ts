import type { MessageKind } from '#shared/domain/message.ts';

/** The words of a channel by which customers opt out and in again. */
export interface OptWords {
  readonly stopWords: readonly string[];
  readonly startWords: readonly string[];
}

/**
 * What a customer's message says about being written to, when one of the words is all of it (WA-9): `stop`, `start`, or
 * undefined. A pressed button counts as its title. Capitals, blanks and what stands around the word make no difference.
 */
export function optWordIn(
  { kind, text }: { readonly kind: MessageKind; readonly text: string },
  { stopWords, startWords }: OptWords,
): 'stop' | 'start' | undefined {
  if (kind !== 'text' && kind !== 'button-reply') return undefined;
  const said = normal(text);
  if (said === '') return undefined;
  if (stopWords.some((word) => normal(word) === said)) return 'stop';
  return startWords.some((word) => normal(word) === said) ? 'start' : undefined;
}

function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
