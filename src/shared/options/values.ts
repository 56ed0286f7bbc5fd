import { assertNever } from '../assert.ts';
import type { Refusal } from '../result.ts';
import { describeOptionType } from './describe-type.ts';
import { parseFormat } from './format-string.ts';
import { parseJson } from './json-shape.ts';
import { type KeyChord, parseKeyChord } from './key-chord.ts';
import type { OptionKind, OptionType } from './option-types.ts';
import { type Parsed, parsed, unfit } from './parsed.ts';
import { parseSecretReference, type SecretReference } from './secrets.ts';
import { parseSound, type Sound } from './sound.ts';
import { parseDuration, parseInteger, parseIntegerList } from './value-numbers.ts';
import {
  parseBoolean,
  parseColour,
  parseEnum,
  parseLanguage,
  parseList,
  parseText,
  parseUrlTemplate,
} from './value-texts.ts';

interface ValuesByKind {
  readonly boolean: boolean;
  readonly integer: number;
  readonly 'integer-list': readonly number[];
  readonly enum: string;
  readonly text: string;
  readonly list: readonly string[];
  readonly 'url-template': string;
  /** Milliseconds. */
  readonly duration: number;
  readonly json: unknown;
  /** `#rgb`, `#rgba`, `#rrggbb` or `#rrggbbaa`, in lower case. */
  readonly colour: string;
  readonly sound: Sound;
  readonly format: string;
  readonly 'key-chord': KeyChord;
  readonly language: string;
  readonly secret: SecretReference;
}

/** What reading an option of this type gives; null stands for an empty value where the type has `mayBeEmpty`. */
export type ValueOf<T extends OptionType> =
  | (T extends { kind: 'enum'; values: readonly (infer V)[] }
      ? V
      : T extends { kind: infer K extends OptionKind }
        ? ValuesByKind[K]
        : never)
  | (T extends { mayBeEmpty: true } ? null : never);

export type OptionValue = ValuesByKind[OptionKind] | null;

/** A refused value; `offset` is the place in the text that is wrong, 0 when the whole is meant. */
export type ValueResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Refusal & { readonly offset: number } };

const LONGEST_SHOWN = 60;

/**
 * Reads one value by its type (OPT-4). The refusal (code `bad-value`) is a sentence that names the option as `name`
 * says it, the wrong value unless it is secret, and what may be written.
 */
export function parseOptionText<const T extends OptionType>(
  type: T,
  text: string,
  name = 'The option',
): ValueResult<ValueOf<T>> {
  const result = parse(type, text);
  if (result.ok) return result as { readonly ok: true; readonly value: ValueOf<T> };
  const shown = type.kind === 'secret' ? 'this value' : quote(text);
  const reason = result.reason === '' ? '' : `: ${result.reason}`;
  const stop = reason.endsWith('?') ? '' : '.';
  const message = `${name} cannot be ${shown}${reason}${stop} Write ${describeOptionType(type)}.`;
  return { ok: false, error: { code: 'bad-value', message, retryable: false, offset: result.offset } };
}

function quote(text: string): string {
  if (text === '') return 'empty';
  const flat = text.replace(/\s+/g, ' ');
  return `"${flat.length > LONGEST_SHOWN ? `${flat.slice(0, LONGEST_SHOWN)}…` : flat}"`;
}

function parse(type: OptionType, text: string): Parsed<OptionValue | unknown> {
  if (text === '' && 'mayBeEmpty' in type && type.mayBeEmpty) return parsed(null);
  switch (type.kind) {
    case 'boolean':
      return parseBoolean(text);
    case 'integer':
      return parseInteger(type, text);
    case 'integer-list':
      return parseIntegerList(type, text);
    case 'enum':
      return parseEnum(type.values, text);
    case 'text':
      return parseText(type, text);
    case 'list':
      return parseList(type, text);
    case 'url-template':
      return parseUrlTemplate(type, text);
    case 'duration':
      return parseDuration(type, text);
    case 'json':
      return parseJson(type.shape, text);
    case 'colour':
      return parseColour(text);
    case 'sound':
      return parseSound(text);
    case 'format':
      return parseFormat(text);
    case 'key-chord':
      return parseKeyChord(text);
    case 'language':
      return parseLanguage(type, text);
    case 'secret':
      return parseSecret(text);
    default:
      return assertNever(type);
  }
}

function parseSecret(text: string): Parsed<SecretReference> {
  const reference = parseSecretReference(text);
  return reference.ok ? reference : unfit();
}
