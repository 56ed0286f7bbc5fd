import { type FormatAlternatives, type FormatPart, type FormatSequence, readFormat } from '../options/format-string.ts';
import { isVisible } from './visible-text.ts';

/** The text of `$Object.Field$`; undefined, blank and invisible are the same: nothing is known. */
export type FormatValues = (object: string, field: string) => string | undefined;

/** What stands between two words of a name or title; nothing else is taken for a separator. */
const SEPARATOR = '[\\s\\-–—,;:/\\\\·•_&+]*';
const AROUND = new RegExp(`^(${SEPARATOR})(.*?)(${SEPARATOR})$`, 'su');
const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '{': '}', '<': '>' };

/** One part as it comes out: a separator, or words; words without text are an empty field. */
type Piece = { readonly kind: 'separator' | 'words'; readonly text: string };

/**
 * A format string (OPT-5) filled in: of alternatives the first that has text. One that is built of fields has text
 * only when one of them has. A separator beside an empty field goes with it. Empty for a format that cannot be read;
 * never throws.
 */
export function renderFormat(format: string, values: FormatValues): string {
  const read = readFormat(format);
  return read.ok ? firstWithText(read.value, values) : '';
}

function firstWithText(alternatives: FormatAlternatives, values: FormatValues): string {
  for (const sequence of alternatives) {
    const text = renderSequence(sequence, values);
    if (text !== '') return text;
  }
  return '';
}

function renderSequence(sequence: FormatSequence, values: FormatValues): string {
  const texts = sequence.map((part) => (part.kind === 'text' ? part.text : filled(part, values)));
  const built = sequence.filter(({ kind }) => kind !== 'text').length;
  const empty = sequence.filter(({ kind }, index) => kind !== 'text' && texts[index] === '').length;
  if (built > 0 && empty === built) return '';
  if (empty === 0) return texts.join('').trim();
  dropEmptyBrackets(sequence, texts);
  return join(sequence.flatMap((part, index) => piecesOf(part, texts[index] ?? '')));
}

function filled(part: Exclude<FormatPart, { kind: 'text' }>, values: FormatValues): string {
  if (part.kind === 'group') return firstWithText(part.alternatives, values);
  const text = values(part.object, part.field) ?? '';
  return isVisible(text) ? text.replace(/\s+/gu, ' ').trim() : '';
}

/** `[$Order$]` without an order leaves no `[]`. */
function dropEmptyBrackets(sequence: FormatSequence, texts: string[]): void {
  sequence.forEach((part, index) => {
    const [before, after] = [texts[index - 1] ?? '', texts[index + 1] ?? ''];
    const closing = BRACKETS[before.slice(-1)];
    if (part.kind === 'text' || texts[index] !== '' || closing === undefined || !after.startsWith(closing)) return;
    texts[index - 1] = before.slice(0, -1);
    texts[index + 1] = after.slice(1);
  });
}

function piecesOf(part: FormatPart, text: string): readonly Piece[] {
  if (part.kind !== 'text') return [{ kind: 'words', text }];
  const [, before = '', words = '', after = ''] = AROUND.exec(text) ?? [];
  if (words === '') return [{ kind: 'separator', text }];
  return [
    { kind: 'separator', text: before },
    { kind: 'words', text: words },
    { kind: 'separator', text: after },
  ];
}

/** Puts words together; where separators met around nothing, the one that says most stays: ` - ` rather than a blank. */
function join(pieces: readonly Piece[]): string {
  let text = '';
  let separator = '';
  for (const piece of pieces) {
    if (piece.kind === 'separator') {
      if (piece.text.length > separator.length) separator = piece.text;
    } else if (piece.text !== '') {
      text += text === '' ? piece.text : separator + piece.text;
      separator = '';
    }
  }
  return text.trim();
}
