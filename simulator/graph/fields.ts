import { asText, type JsonObject } from '../json.ts';

/** The members named in `fields` (Graph's `a,b{c}`), or the default ones; `id` is always there. */
export function selectFields(object: JsonObject, fields: unknown, defaults: readonly string[]): JsonObject {
  const wanted = asText(fields) === '' ? defaults : fieldNames(asText(fields));
  const names = [...wanted.filter((name) => name !== 'id'), 'id'];
  return Object.fromEntries(names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]]])));
}

function fieldNames(fields: string): readonly string[] {
  let text = fields;
  // Sub-selections are inside each other at most a few levels deep; each round takes the innermost away.
  while (/\{[^{}]*\}/.test(text)) text = text.replace(/\{[^{}]*\}/g, '');
  return text
    .split(',')
    .map((name) => name.replace(/\.\w+\([^)]*\)/g, '').trim())
    .filter((name) => name !== '');
}
