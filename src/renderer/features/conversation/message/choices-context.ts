import { createContext, useContext, useMemo } from 'react';
import type { StructuredBody } from '#shared/domain/structured-body.ts';
import { type Choices, chosenIn, noChoices } from '#shared/rules/choices.ts';

/** What was chosen of the transcript's messages: another object only when somebody chose. */
export const ChoicesContext = createContext<Choices>(noChoices);

/** Ids of what the customer chose of one message. */
export function useChosen(messageId: string, body: StructuredBody): ReadonlySet<string> {
  const choices = useContext(ChoicesContext).get(messageId);
  return useMemo(() => chosenIn(body, choices ?? []), [body, choices]);
}
