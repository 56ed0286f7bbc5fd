import { type FieldCodePlace, fieldCodePlaces } from '#shared/rules/field-codes.ts';

/** The field code behind the caret, or with `back` before it, for Tab to lead to (UI-6); undefined: none there. */
export function nextCode(text: string, caret: number, back: boolean): FieldCodePlace | undefined {
  const places = fieldCodePlaces(text);
  return back ? places.findLast(({ end }) => end <= caret) : places.find(({ start }) => start >= caret);
}

/** A piece of a text, and whether it is a field code that nobody has filled in. */
export interface TextPiece {
  readonly text: string;
  readonly code: boolean;
}

/** The text in pieces, with its field codes apart. */
export function piecesOf(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { code, start, end } of fieldCodePlaces(text)) {
    if (start > at) pieces.push({ text: text.slice(at, start), code: false });
    pieces.push({ text: code, code: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), code: false });
  return pieces;
}
