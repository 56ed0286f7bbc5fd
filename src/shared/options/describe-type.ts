import { assertNever } from '../assert.ts';
import type { OptionType, TypeOf } from './option-types.ts';

/** What may be written for an option of this type, as the end of "Write …"; also used by the reference. */
export function describeOptionType(type: OptionType): string {
  const text = allowedBy(type);
  return 'mayBeEmpty' in type && type.mayBeEmpty ? `${text}, or nothing` : text;
}

function allowedBy(type: OptionType): string {
  switch (type.kind) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number${range(type)}`;
    case 'integer-list':
      return `${type.items.length} whole numbers${range(type)} with a comma between (${type.items.join(', ')})`;
    case 'enum':
      return oneOf(type.values);
    case 'text':
      return describeText(type);
    case 'list':
      return type.values ? `a list with commas of ${type.values.join(', ')}` : 'a list with commas';
    case 'url-template':
      return describeUrl(type);
    case 'duration':
      return `a duration such as 30s, 15m, 24h or 14d${range({ ...type, unit: type.unit ?? 'seconds' })}`;
    case 'json':
      return 'JSON of the documented shape';
    case 'colour':
      return 'a colour such as #1a7f64';
    case 'sound':
      return 'a sound such as ring.wav|10|-1|primary (file, priority, duration, device)';
    case 'format':
      return 'a format such as ($Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$)';
    case 'key-chord':
      return 'a shortcut such as Ctrl+Shift+K';
    case 'language':
      return `a language tag such as de or pt-BR${orWords(type.words)}`;
    case 'secret':
      return 'env:NAME, file:PATH, or the secret itself';
    default:
      return assertNever(type);
  }
}

function describeText(type: TypeOf<'text'>): string {
  const parts: string[] = [];
  if (type.minLength !== undefined && type.minLength > 0) parts.push(`at least ${type.minLength} characters`);
  if (type.maxLength !== undefined) parts.push(`at most ${type.maxLength} characters`);
  if (type.mustContain) parts.push(type.mustContain.join(' and '));
  return parts.length === 0 ? 'text' : `text with ${parts.join(', ')}`;
}

function describeUrl(type: TypeOf<'url-template'>): string {
  const schemes = (type.schemes ?? ['https', 'http']).map((scheme) => `${scheme}://`).join(' or ');
  const required = (type.required ?? []).map((name) => `{${name}}`).join(', ');
  const optional = (type.optional ?? []).map((name) => `{${name}}`).join(', ');
  const parts = [`an address that starts with ${schemes}`];
  if (required !== '') parts.push(` and holds ${required}`);
  if (optional !== '') parts.push(`; ${optional} may be in it`);
  return parts.join('') + orWords(type.words);
}

function range(type: { min?: number | undefined; max?: number | undefined; unit?: string | undefined }): string {
  const unit = type.unit === undefined ? '' : ` ${type.unit}`;
  if (type.min !== undefined && type.max !== undefined) return ` from ${type.min} to ${type.max}${unit}`;
  if (type.min !== undefined) return ` of at least ${type.min}${unit}`;
  if (type.max !== undefined) return ` of at most ${type.max}${unit}`;
  return type.unit === undefined ? '' : ` (${type.unit})`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `one of ${values.join(', ')}`;
}

function orWords(words: readonly string[] | undefined): string {
  return words && words.length > 0 ? `, or ${words.join(' or ')}` : '';
}
