import { assertNever } from '../assert.ts';
import { type JsonMember, type JsonNode, JsonProblem, parseJsonText } from './json-text.ts';
import { nearestName } from './nearest.ts';
import type { JsonShape } from './option-types.ts';
import { type Parsed, parsed, unfit } from './parsed.ts';

/** Reads JSON of the declared shape; the offset of a refusal is that of the part that is wrong. */
export function parseJson(shape: JsonShape, text: string): Parsed<unknown> {
  try {
    return parsed(match(shape, parseJsonText(text), ''));
  } catch (error) {
    if (error instanceof JsonProblem) return unfit(`${error.message} (character ${error.at + 1})`, error.at);
    throw error;
  }
}

function match(shape: JsonShape, node: JsonNode, path: string): unknown {
  const where = path === '' ? 'it' : path;
  switch (shape.type) {
    case 'boolean':
      return node.kind === 'boolean' ? node.value : refuse(node, where, 'must be true or false');
    case 'integer':
    case 'number':
      return fitNumber(shape, node, where);
    case 'string':
      return fitString(shape, node, where);
    case 'array':
      return fitArray(shape, node, path, where);
    case 'object':
      return fitObject(shape, node, path, where);
    default:
      return assertNever(shape);
  }
}

function fitNumber(shape: Extract<JsonShape, { type: 'integer' | 'number' }>, node: JsonNode, where: string): number {
  const noun = shape.type === 'integer' ? 'a whole number' : 'a number';
  if (node.kind !== 'number' || (shape.type === 'integer' && !Number.isInteger(node.value))) {
    return refuse(node, where, `must be ${noun}`);
  }
  if (node.value < (shape.minimum ?? node.value)) return refuse(node, where, `must be at least ${shape.minimum}`);
  if (node.value > (shape.maximum ?? node.value)) return refuse(node, where, `must be at most ${shape.maximum}`);
  return node.value;
}

function fitString(shape: Extract<JsonShape, { type: 'string' }>, node: JsonNode, where: string): string {
  if (node.kind !== 'string') return refuse(node, where, 'must be text in double quotes');
  const { length } = node.value;
  if (shape.enum && !shape.enum.includes(node.value))
    return refuse(node, where, `must be one of ${shape.enum.join(', ')}`);
  if (length < (shape.minLength ?? 0)) return refuse(node, where, `must have at least ${shape.minLength} characters`);
  if (length > (shape.maxLength ?? length))
    return refuse(node, where, `must have at most ${shape.maxLength} characters`);
  return node.value;
}

function fitArray(
  shape: Extract<JsonShape, { type: 'array' }>,
  node: JsonNode,
  path: string,
  where: string,
): readonly unknown[] {
  if (node.kind !== 'array') return refuse(node, where, 'must be a list in [ ]');
  const { length } = node.items;
  if (length < (shape.minItems ?? 0)) return refuse(node, where, `must have at least ${shape.minItems} items`);
  if (length > (shape.maxItems ?? length)) return refuse(node, where, `must have at most ${shape.maxItems} items`);
  return node.items.map((item, index) => match(shape.items, item, `${path}[${index}]`));
}

function fitObject(
  shape: Extract<JsonShape, { type: 'object' }>,
  node: JsonNode,
  path: string,
  where: string,
): Readonly<Record<string, unknown>> {
  if (node.kind !== 'object') return refuse(node, where, 'must be an object in { }');
  const missing = shape.required?.find((name) => !node.members.has(name));
  if (missing !== undefined) return refuse(node, where, `must have "${missing}"`);
  const entries = [...node.members].map(([name, member]) => [name, fitMember(shape, name, member, path)] as const);
  return Object.fromEntries(entries);
}

function fitMember(
  shape: Extract<JsonShape, { type: 'object' }>,
  name: string,
  member: JsonMember,
  path: string,
): unknown {
  const inner = Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
  if (inner) return match(inner, member.node, path === '' ? name : `${path}.${name}`);
  if (shape.additionalProperties) return plain(member.node);
  const near = nearestName(name, Object.keys(shape.properties));
  throw new JsonProblem(member.at, `"${name}" is not known${near === undefined ? '' : `; did you mean "${near}"?`}`);
}

function plain(node: JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(plain);
  if (node.kind !== 'object') return node.value;
  return Object.fromEntries([...node.members].map(([name, member]) => [name, plain(member.node)]));
}

function refuse(node: JsonNode, where: string, what: string): never {
  throw new JsonProblem(node.at, `${where} ${what}`);
}
