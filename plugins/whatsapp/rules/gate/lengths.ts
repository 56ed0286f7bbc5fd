import { block, type Finding } from '../finding.ts';

/** What a field is called in sentences, with its bounds in characters. */
export interface TextField {
  readonly field: string;
  readonly what: string;
  readonly text: string;
  readonly max: number;
  /** May be empty. */
  readonly optional?: boolean;
}

/**
 * A text that is empty where one is needed, or too long. Counted in UTF-16 units: the provider does not say what it
 * counts, and no other count is larger.
 */
export function checkLength({ field, what, text, max, optional = false }: TextField): readonly Finding[] {
  if (text.trim() === '') {
    return optional ? [] : [block('missing', field, `${what} is empty.`, 'Write something there.')];
  }
  const over = text.length - max;
  if (over <= 0) return [];
  const sentence = `${what} has ${text.length} characters and WhatsApp takes ${max}.`;
  return [block('too-long', field, sentence, `Shorten it by ${over}.`, { max, over })];
}

/** How many there are of something. */
export function checkCount(
  field: string,
  what: string,
  count: number,
  { min, max }: { readonly min: number; readonly max: number },
): readonly Finding[] {
  if (count >= min && count <= max) return [];
  const nextStep = count < min ? 'Add what is missing.' : `Take ${count - max} away.`;
  const sentence = `There are ${count} ${what}; WhatsApp takes ${min} to ${max}.`;
  return [block('count', field, sentence, nextStep, { count, min, max })];
}

/** Each value that stood before already; empty ones are another matter. */
export function checkRepeated(
  what: string,
  entries: readonly { readonly field: string; readonly value: string }[],
): readonly Finding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ field, value }) => {
    const text = value.trim();
    if (text === '') return [];
    if (!seen.has(text)) {
      seen.add(text);
      return [];
    }
    return [
      block(
        'repeated',
        field,
        `${what} “${text}” stands there twice.`,
        'Give each its own, so that the choice is clear.',
      ),
    ];
  });
}
