import { asText, type JsonObject } from '../json.ts';
import { type GraphOutcome, graphOk, refuseCode, refuseParameter } from './outcome.ts';

const defaultLimit = 25;
const largestLimit = 1000;

export interface PageRequest {
  readonly query: JsonObject;
  /** Absolute address of the list, for `next` and `previous`. */
  readonly address: string;
}

/** Cuts a list into Graph's pages with cursors. Items are found again by id, so a list may change between pages. */
export function page<T extends { readonly id: string }>(
  items: readonly T[],
  { query, address }: PageRequest,
  show: (item: T) => JsonObject,
): GraphOutcome {
  const limit = asText(query.limit) === '' ? defaultLimit : Number(asText(query.limit));
  if (!Number.isInteger(limit) || limit < 1) return refuseParameter('Param limit must be a positive integer');
  const span = findSpan(items, query, Math.min(limit, largestLimit));
  if (!span) return refuseCode(131059, 'The paging cursor is expired or corrupt.');
  const [start, end] = span;
  const shown = items.slice(start, end);
  const first = shown.at(0);
  const last = shown.at(-1);
  if (!first || !last) return graphOk({ data: [] });
  const cursors = { before: cursorOf(first.id), after: cursorOf(last.id) };
  const paging = {
    cursors,
    ...(end < items.length ? { next: linkTo(address, query, { after: cursors.after }) } : {}),
    ...(start > 0 ? { previous: linkTo(address, query, { before: cursors.before }) } : {}),
  };
  return graphOk({ data: shown.map(show), paging });
}

function findSpan(
  items: readonly { readonly id: string }[],
  query: JsonObject,
  limit: number,
): readonly [start: number, end: number] | undefined {
  const after = asText(query.after);
  const before = asText(query.before);
  if (after === '' && before === '') return [0, limit];
  const at = items.findIndex((item) => cursorOf(item.id) === (after || before));
  if (at < 0) return undefined;
  return after ? [at + 1, at + 1 + limit] : [Math.max(at - limit, 0), at];
}

function cursorOf(id: string): string {
  return Buffer.from(`cursor:${id}`).toString('base64url');
}

function linkTo(address: string, query: JsonObject, cursor: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) {
    if (!['after', 'before', 'access_token'].includes(name)) url.searchParams.set(name, asText(value));
  }
  for (const [name, value] of Object.entries(cursor)) url.searchParams.set(name, value);
  return url.href;
}
