import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * Readers for a provider that sends numbers as strings, strings as numbers, empty strings for nothing, and new members
 * at any time (Cloud API facts, section 22): whatever does not fit is absent, and never an error.
 */

/** A member's text; numbers are written out, and an empty string counts as absent. */
export const looseText = z
  .union([z.string(), z.number().transform(String)])
  .transform((text) => (text.trim() === '' ? undefined : text))
  .optional()
  .catch(undefined);

/** Text that may be empty, as a body may be. */
export const bodyText = z.string().optional().catch(undefined);

/** A finite number, also when it comes as text. */
export const looseNumber = z
  .union([z.number(), z.string().trim().min(1).transform(Number)])
  .refine((value) => Number.isFinite(value))
  .optional()
  .catch(undefined);

export const looseFlag = z.boolean().optional().catch(undefined);

export type LooseObject = Readonly<Record<string, unknown>>;

/** The value as an object, or undefined: arrays, texts and null are none. */
export function objectOf(value: unknown): LooseObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LooseObject) : undefined;
}

/** A list; a single object where a list belongs counts as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return objectOf(value) ? [value] : [];
}

/** The objects in a list; whatever else is in it is left out. */
export function objectsIn(value: unknown): readonly LooseObject[] {
  return listOf(value)
    .map(objectOf)
    .filter((entry) => entry !== undefined);
}

/** A member's text, or undefined. */
export function textOf(value: LooseObject | undefined, key: string): string | undefined {
  return value === undefined ? undefined : looseText.parse(value[key]);
}

/** A member's object, or undefined. */
export function memberOf(value: LooseObject | undefined, key: string): LooseObject | undefined {
  return value === undefined ? undefined : objectOf(value[key]);
}

/** 1 January 2100: what is beyond is no second of our time but milliseconds or nonsense. */
const LAST_SECOND = 4_102_444_800;

/** Unix seconds, as number or text, in ms; null for anything that is no such time. */
export function timeOf(value: unknown): number | null {
  const seconds = looseNumber.parse(value);
  if (seconds === undefined || seconds <= 0 || seconds >= LAST_SECOND) return null;
  return Math.floor(seconds * 1000);
}

/** A key for something that has no id of its own: the same content has the same key. */
export function keyOf(...parts: readonly unknown[]): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}

/** A copy without members that are undefined. */
export function defined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}

/** Some senders escape twice: `application\/zip`, base64 with `\/`. */
export function unescaped(text: string | undefined): string | undefined {
  return text?.replaceAll('\\/', '/');
}
