import type { ValueMark } from './entry.ts';

type Unquoting =
  | { readonly ok: true; readonly value: string; readonly marks: readonly ValueMark[] }
  | { readonly ok: false; readonly offset: number; readonly code: string; readonly message: string };

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '"': '"', '\\': '\\' };

/**
 * Resolves a value in double quotes (OPT-1). `raw` starts with the quote; `places` are the places of its parts in the
 * file, the first of them at offset 0.
 */
export function unquote(raw: string, places: readonly ValueMark[]): Unquoting {
  const marks: ValueMark[] = [];
  let value = '';
  let at = 1;
  let nextPlace = 1;
  mark(1);
  while (at < raw.length) {
    const character = raw[at] ?? '';
    if (places[nextPlace]?.offset === at) {
      nextPlace += 1;
      mark(at);
    }
    if (character === '"') return closed();
    if (character !== '\\') {
      value += character;
      at += 1;
      continue;
    }
    const escaped = ESCAPES[raw[at + 1] ?? ''];
    if (escaped === undefined) return badEscape(at, raw.slice(at, at + 2));
    value += escaped;
    at += 2;
    mark(at);
  }
  return failure(
    0,
    'unclosed-quote',
    'This quoted value does not end. Close it with ", and write \\" for a quote inside.',
  );

  function mark(offset: number): void {
    const place = places[nextPlace - 1];
    if (place) marks.push({ offset: value.length, line: place.line, column: place.column + offset - place.offset });
  }

  function closed(): Unquoting {
    if (at === raw.length - 1) return { ok: true, value, marks };
    return failure(
      at + 1,
      'text-after-quote',
      'There is text behind the closing quote. Put the whole value in quotes and write \\" for a quote inside.',
    );
  }
}

function badEscape(offset: number, shown: string): Unquoting {
  return failure(
    offset,
    'bad-escape',
    `${shown} means nothing in a quoted value. Use \\n, \\t, \\" or \\\\, or leave the quotes out.`,
  );
}

function failure(offset: number, code: string, message: string): Unquoting {
  return { ok: false, offset, code, message };
}
