import { useMemo } from 'react';
import type { Session } from '#shared/ipc/history.ts';
import { type Choices, choicesOf, mergeChoices } from '#shared/rules/choices.ts';

/** Choices in all sessions shown; one may be made today in a message of an earlier session. */
export function useChoices(sessions: readonly Session[], here: Choices): Choices {
  const earlier = useMemo(() => choicesOf(sessions.flatMap(({ messages }) => messages)), [sessions]);
  return useMemo(() => mergeChoices(earlier, here), [earlier, here]);
}
