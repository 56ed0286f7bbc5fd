import { type Parsed, parsed, unfit } from './parsed.ts';

/** `$Object.Field$`; a field's name may hold dots and start with `_`. */
const FIELD = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_-]+)+$/;

/**
 * Checks a format string (OPT-5): `$Object.Field$` fields, `|` between alternatives, `( )` around groups. The value is
 * the text itself; what renders it reads it again with the objects at hand.
 */
export function parseFormat(text: string): Parsed<string> {
  const groups: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(') groups.push(at);
    else if (character === ')') {
      if (groups.pop() === undefined) return unfit('a ) closes no group', at);
    } else if (character === '$') {
      const end = text.indexOf('$', at + 1);
      if (end < 0) return unfit('a field is not closed with $', at);
      const field = text.slice(at + 1, end);
      if (!FIELD.test(field)) return unfit(`$${field}$ is no field like $Contact.FirstName$`, at);
      at = end;
    }
  }
  const open = groups.at(-1);
  return open === undefined ? parsed(text) : unfit('a ( is not closed', open);
}
