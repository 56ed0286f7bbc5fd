import { parametersOf } from '#shared/plugin-api/domain.ts';
import { characterCount } from '../byte-size.ts';
import { at, type DraftField, type DraftFinding } from './draft-finding.ts';

export interface DraftText {
  readonly text: string;
  readonly examples: Readonly<Record<string, string>>;
}

export interface TextRule extends DraftField {
  /** Characters. */
  readonly max: number;
}

const MARK = '\\{\\{[^{}]*\\}\\}';
const EDGE = new RegExp(`^${MARK}|${MARK}$`);
const ADJACENT = new RegExp(`${MARK}\\s*${MARK}`);
const MARKS = new RegExp(MARK, 'g');
const NUMBER = /^[1-9]\d*$/;
const NAME = /^[a-z_]+$/;
/** Words beside its parameters that a text has for each of them; with fewer it is refused as too short for them. */
const WORDS_PER_PARAMETER = 2;

/** A text's length, and that it is there. */
export function checkLength(text: string, { max, ...field }: TextRule): readonly DraftFinding[] {
  if (text.trim() === '') return [at(field, 'missing', 'write something.')];
  const over = characterCount(text) - max;
  if (over <= 0) return [];
  return [at(field, 'too-long', `shorten it by ${over} characters; it may have ${max}.`, { over, max })];
}

/** A text with parameters, and an example for each. */
export function checkText({ text, examples }: DraftText, rule: TextRule): readonly DraftFinding[] {
  const place = { field: `${rule.field}.text`, label: rule.label };
  const length = checkLength(text, { ...place, max: rule.max });
  const faults = [...length, ...checkBraces(text, place), ...checkNames(text, place)];
  const missing = parametersOf(text).filter((name) => !examples[name]?.trim());
  const samples = missing.map((name) =>
    at(
      { field: `${rule.field}.examples.${name}`, label: rule.label },
      'example-missing',
      `give an example for {{${name}}}.`,
      { name },
    ),
  );
  return [...faults, ...samples];
}

/** Where parameters may stand in a body: not at its ends, not side by side, and not too many. */
export function checkPlaces(text: string, place: DraftField): readonly DraftFinding[] {
  const faults: DraftFinding[] = [];
  if (EDGE.test(text.trim())) faults.push(at(place, 'parameter-edge', 'put words before and after the parameters.'));
  if (ADJACENT.test(text)) faults.push(at(place, 'parameter-adjacent', 'put words between the parameters.'));
  const words = text
    .replace(MARKS, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const count = parametersOf(text).length;
  if (count > 0 && words < WORDS_PER_PARAMETER * count) {
    faults.push(at(place, 'parameter-count', 'use more words or fewer parameters.'));
  }
  return faults;
}

function checkBraces(text: string, place: DraftField): readonly DraftFinding[] {
  const isBalanced = !/\{\{|\}\}/.test(text.replace(MARKS, ''));
  return isBalanced ? [] : [at(place, 'braces', 'write each parameter as {{1}}, with two braces on either side.')];
}

function checkNames(text: string, place: DraftField): readonly DraftFinding[] {
  const names = parametersOf(text);
  const wrong = names.find((name) => !NUMBER.test(name) && !NAME.test(name));
  if (wrong !== undefined) {
    const sentence = `{{${wrong}}} is no parameter. Use numbers, or names of small letters and underscores.`;
    return [at(place, 'parameter-name', sentence, { name: wrong })];
  }
  if (new Set(names.map(isNumber)).size > 1) {
    return [at(place, 'parameter-mixed', 'use either numbers or names for all parameters.')];
  }
  const gap = names.every(isNumber) ? names.findIndex((name, index) => name !== String(index + 1)) : -1;
  if (gap < 0) return [];
  const missing = gap + 1;
  const sentence = `count the parameters up from {{1}}; {{${missing}}} is missing here.`;
  return [at(place, 'parameter-order', sentence, { name: missing })];
}

function isNumber(name: string): boolean {
  return NUMBER.test(name);
}

/** Header and body go by numbers both, or by names. */
export function mixesFormats(a: string, b: string): boolean {
  const kinds = new Set([...parametersOf(a), ...parametersOf(b)].map(isNumber));
  return kinds.size > 1;
}
