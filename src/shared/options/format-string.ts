import { type Parsed, parsed, unfit } from './parsed.ts';

/** `$Object.Field$`; a field's name may hold dots and start with `_`. */
const FIELD = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_-]+)+$/;
/** Deeper groups say nothing a person could follow, and what renders them goes as deep as they do. */
const DEEPEST = 20;

export type FormatPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly object: string; readonly field: string }
  | { readonly kind: 'group'; readonly alternatives: FormatAlternatives };
export type FormatSequence = readonly FormatPart[];
/** What stands between `|`; the first one with text counts. */
export type FormatAlternatives = readonly FormatSequence[];

/** A group that is being read: the alternatives that are complete, and the one under way. */
class OpenGroup {
  readonly at: number;
  readonly alternatives: FormatPart[][] = [[]];

  constructor(at: number) {
    this.at = at;
  }

  add(part: FormatPart): void {
    this.alternatives.at(-1)?.push(part);
  }

  addText(text: string): void {
    if (text !== '') this.add({ kind: 'text', text });
  }
}

/** Where the next character with a meaning stands; the end when there is none. */
function nextMark(text: string, from: number): number {
  const found = text.slice(from).search(/[()$|]/);
  return found < 0 ? text.length : from + found;
}

function readField(text: string, at: number): Parsed<FormatPart & { readonly end: number }> {
  const end = text.indexOf('$', at + 1);
  if (end < 0) return unfit('a field is not closed with $', at);
  const name = text.slice(at + 1, end);
  if (!FIELD.test(name)) return unfit(`$${name}$ is no field like $Contact.FirstName$`, at);
  const dot = name.indexOf('.');
  return parsed({ kind: 'field', object: name.slice(0, dot), field: name.slice(dot + 1), end });
}

/** Reads a format string (OPT-5): `$Object.Field$` fields, `|` between alternatives, `( )` around groups. */
export function readFormat(text: string): Parsed<FormatAlternatives> {
  const groups = [new OpenGroup(0)];
  let at = 0;
  while (at < text.length) {
    const group = groups.at(-1) as OpenGroup;
    const mark = nextMark(text, at);
    group.addText(text.slice(at, mark));
    at = mark + 1;
    if (text[mark] === '|') group.alternatives.push([]);
    else if (text[mark] === '(') {
      if (groups.length > DEEPEST) return unfit(`groups are nested more than ${DEEPEST} deep`, mark);
      groups.push(new OpenGroup(mark));
    } else if (text[mark] === ')') {
      groups.pop();
      const outer = groups.at(-1);
      if (!outer) return unfit('a ) closes no group', mark);
      outer.add({ kind: 'group', alternatives: group.alternatives });
    } else if (text[mark] === '$') {
      const field = readField(text, mark);
      if (!field.ok) return field;
      const { end, ...part } = field.value;
      group.add(part);
      at = end + 1;
    }
  }
  const open = groups.at(-1) as OpenGroup;
  return groups.length === 1 ? parsed(open.alternatives) : unfit('a ( is not closed', open.at);
}

/** Checks a format string. The value is the text itself: what renders it (`renderFormat`) reads it the same way. */
export function parseFormat(text: string): Parsed<string> {
  const read = readFormat(text);
  return read.ok ? parsed(text) : read;
}
