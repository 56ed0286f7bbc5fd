import type { Interaction } from '#shared/domain/interaction.ts';

type Ordered = Pick<Interaction, 'id' | 'pendingSince' | 'lastMessage' | 'createdAt'>;

function lastActivity({ lastMessage, createdAt }: Ordered): number {
  return lastMessage?.at ?? createdAt;
}

/**
 * Order of "My interactions" (UI-1): customers who wait come first, the longest waiting on top; after them those that
 * wait for nobody, the latest activity first. Ties by id, so that rows never swap by chance.
 */
export function compareByWaiting(a: Ordered, b: Ordered): number {
  if (a.pendingSince !== null && b.pendingSince !== null) return a.pendingSince - b.pendingSince || byId(a, b);
  if (a.pendingSince !== null) return -1;
  if (b.pendingSince !== null) return 1;
  return lastActivity(b) - lastActivity(a) || byId(a, b);
}

function byId(a: Ordered, b: Ordered): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The neighbour of `current` in `ids`, without going round; from none, the first. Undefined when there is none. */
export function neighbour(ids: readonly string[], current: string | null, step: 1 | -1): string | undefined {
  const index = current === null ? -1 : ids.indexOf(current);
  if (index === -1) return ids[0];
  return ids[index + step];
}
