import { useCallback } from 'react';
import { useServices } from '../../../state/desk-context.tsx';
import { useUi } from '../../../state/hooks.ts';
import { type Quote, setQuote } from '../../../state/ui-store.ts';

export interface Quoting {
  readonly quote: Quote | undefined;
  /** Takes it away; with a quote given, only while it is still that one. */
  readonly remove: (sent?: Quote) => void;
}

/** The message the next one of an interaction answers. */
export function useQuote(interactionId: string): Quoting {
  const { ui } = useServices();
  const quote = useUi((state) => state.quotes.get(interactionId));
  const remove = useCallback(
    (sent?: Quote) => {
      const now = ui.getState().quotes.get(interactionId);
      if (now && (!sent || sent === now)) setQuote(ui, interactionId, null);
    },
    [ui, interactionId],
  );
  return { quote, remove };
}
