import type { Arrangement } from '#shared/ipc/arrangement.ts';

/**
 * The list as the agent arranged it (UI-1). `byWaiting` is its order without that: what is pinned comes first, and an
 * order by hand stands in place of the waiting, new interactions below it.
 */
export function arranged(byWaiting: readonly string[], { pinned, order }: Arrangement): readonly string[] {
  const place = new Map((order ?? []).map((id, index) => [id, index]));
  const placeOf = (id: string): number => place.get(id) ?? Number.POSITIVE_INFINITY;
  // Infinity minus itself is no number: two that have no place keep the order of waiting.
  const ordered = byWaiting.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
  return pinnedFirst(ordered, pinned);
}

/** Pins an interaction, or lets it go; what is no longer in the list is forgotten. */
export function togglePin(list: readonly string[], { pinned, order }: Arrangement, id: string): Arrangement {
  const others = pinned.filter((other) => other !== id && list.includes(other));
  return { pinned: pinned.includes(id) ? others : [...others, id], order };
}

/** Moves an interaction one place up (-1) or down (1); undefined at the end of the pinned or of the others. */
export function moved(
  list: readonly string[],
  { pinned }: Arrangement,
  id: string,
  step: 1 | -1,
): Arrangement | undefined {
  const from = list.indexOf(id);
  const neighbour = list[from + step];
  if (from === -1 || neighbour === undefined || pinned.includes(neighbour) !== pinned.includes(id)) return undefined;
  return placed(list, { pinned, order: null }, id, neighbour, step === 1 ? 'after' : 'before');
}

/** Puts an interaction beside another; one that is not pinned stays below those that are. */
export function placed(
  list: readonly string[],
  { pinned }: Arrangement,
  id: string,
  target: string,
  side: 'before' | 'after',
): Arrangement {
  const others = list.filter((other) => other !== id);
  const at = others.indexOf(target) + (side === 'after' ? 1 : 0);
  const kept = pinned.filter((other) => list.includes(other));
  return { pinned: kept, order: pinnedFirst(others.toSpliced(at, 0, id), kept) };
}

function pinnedFirst(ids: readonly string[], pinned: readonly string[]): string[] {
  const isPinned = (id: string) => pinned.includes(id);
  return [...ids.filter(isPinned), ...ids.filter((id) => !isPinned(id))];
}
