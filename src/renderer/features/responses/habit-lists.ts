import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { ResponseHabits } from '#shared/ipc/response-habits.ts';

/** So many are worth a glance. */
const SHOWN = 5;

/** What an agent works with most, above the tree (UI-6). */
export interface HabitLists {
  readonly favourites: readonly StandardResponse[];
  readonly recent: readonly StandardResponse[];
  /** Used more than once, and not among the recent ones. */
  readonly mostUsed: readonly StandardResponse[];
}

/** The responses an agent marked and used, as far as they are there. */
export function habitLists(responses: readonly StandardResponse[], { favourites, used }: ResponseHabits): HabitLists {
  const byId = new Map(responses.map((response) => [response.id, response]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const recent = known(used.map(({ id }) => id)).slice(0, SHOWN);
  const often = used.filter(({ times }) => times > 1).toSorted((a, b) => b.times - a.times);
  const mostUsed = known(often.map(({ id }) => id)).filter((response) => !recent.includes(response));
  return { favourites: known(favourites), recent, mostUsed: mostUsed.slice(0, SHOWN) };
}
