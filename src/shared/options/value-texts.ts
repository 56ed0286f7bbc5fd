import { nearestName } from './nearest.ts';
import type { TypeOf } from './option-types.ts';
import { type Parsed, parsed, splitList, unfit } from './parsed.ts';

const COLOUR = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const LANGUAGE = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$/;
const PLACEHOLDER = /\{([^{}]*)\}/g;

export function parseBoolean(text: string): Parsed<boolean> {
  switch (text.toLowerCase()) {
    case 'true':
      return parsed(true);
    case 'false':
      return parsed(false);
    default:
      return unfit();
  }
}

export function parseEnum(values: readonly string[], text: string): Parsed<string> {
  if (values.includes(text)) return parsed(text);
  const near = nearestName(text, values);
  return unfit(near === undefined ? '' : `did you mean ${near}?`);
}

export function parseText(type: TypeOf<'text'>, text: string): Parsed<string> {
  if (text.length < (type.minLength ?? 0) || text.length > (type.maxLength ?? Number.POSITIVE_INFINITY)) {
    return unfit(`it has ${text.length} characters`);
  }
  const missing = text === '' ? undefined : type.mustContain?.find((part) => !text.includes(part));
  return missing === undefined ? parsed(text) : unfit(`${missing} is missing`);
}

export function parseList(type: TypeOf<'list'>, text: string): Parsed<readonly string[]> {
  const items = splitList(text);
  const stranger = type.values && items.find((item) => !type.values?.includes(item));
  return stranger === undefined ? parsed(items) : unfit(`${stranger} is not allowed`, text.indexOf(stranger));
}

/** Checks scheme and placeholders; what the placeholders stand for is filled in by whoever opens the address. */
export function parseUrlTemplate(type: TypeOf<'url-template'>, text: string): Parsed<string> {
  if (type.words?.includes(text)) return parsed(text);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\/[^\s/?#]/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return unfit();
  if (!(type.schemes ?? ['https', 'http']).includes(scheme)) return unfit(`${scheme}: is not allowed`);
  const blank = text.search(/\s/);
  if (blank >= 0) return unfit('it holds a blank; write %20', blank);
  const found = new Map([...text.matchAll(PLACEHOLDER)].map((match) => [match[1] ?? '', match.index]));
  const allowed = [...(type.required ?? []), ...(type.optional ?? [])];
  for (const [name, index] of found) {
    if (!allowed.includes(name)) return unfit(`{${name}} is not known here`, index);
  }
  const missing = type.required?.find((name) => !found.has(name));
  return missing === undefined ? parsed(text) : unfit(`{${missing}} is missing`);
}

export function parseColour(text: string): Parsed<string> {
  return COLOUR.test(text) ? parsed(text.toLowerCase()) : unfit();
}

export function parseLanguage(type: TypeOf<'language'>, text: string): Parsed<string> {
  return type.words?.includes(text) || LANGUAGE.test(text) ? parsed(text) : unfit();
}
