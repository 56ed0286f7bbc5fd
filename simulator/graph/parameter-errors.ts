import type { z } from 'zod';
import { type GraphOutcome, graphOk, refuseParameter } from './outcome.ts';

/** Reads a value by a schema; what is wrong first is refused in Graph's words. `root` names the value in them. */
export function readParameter<S extends z.ZodType>(schema: S, value: unknown, root = ''): GraphOutcome<z.output<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return graphOk(parsed.data);
  const [issue] = parsed.error.issues;
  return refuseParameter(issue ? sentenceOf(issue, value, root) : 'Invalid parameter');
}

function sentenceOf(issue: z.core.$ZodIssue, value: unknown, root: string): string {
  const name = parameterName([...(root ? [root] : []), ...issue.path]);
  const given = valueAt(value, issue.path);
  if (given === undefined || given === null) return `The parameter ${name} is required.`;
  if (issue.code === 'too_small' && given === '') return `The parameter ${name} is required.`;
  if (issue.code === 'too_big') return `Param ${name} must be at most ${issue.maximum} ${unitOf(given)} long.`;
  if (issue.code === 'too_small') return `Param ${name} must be at least ${issue.minimum} ${unitOf(given)} long.`;
  if (issue.code === 'invalid_type') return `Param ${name} must be ${typeNames[issue.expected] ?? issue.expected}.`;
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map((allowedValue) => String(allowedValue).toUpperCase()).join(', ');
    return `Param ${name} must be one of {${allowed}} - got "${String(given)}".`;
  }
  return `Param ${name} is not valid.`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  object: 'a JSON object',
  record: 'a JSON object',
  array: 'an array',
  boolean: 'a boolean',
};

function unitOf(value: unknown): string {
  return Array.isArray(value) ? 'elements' : 'characters';
}

/** `interactive`, `body`, `text` → `interactive['body']['text']`, as Graph writes it. */
function parameterName(path: readonly PropertyKey[]): string {
  const [head, ...rest] = path;
  return `${String(head ?? 'body')}${rest.map((part) => (typeof part === 'number' ? `[${part}]` : `['${String(part)}']`)).join('')}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value;
  for (const part of path)
    at = at === null || at === undefined ? undefined : (at as Record<PropertyKey, unknown>)[part];
  return at;
}
