import { useEffect } from 'react';
import { useServices } from '../../state/desk-context.tsx';
import { hasNewWarning } from '../../state/warnings.ts';

/** Lets be heard what only this page warns of: those of main are heard anyway. */
export function useTellWarnings(): void {
  const { ui, client } = useServices();
  useEffect(
    () =>
      ui.subscribe((state, before) => {
        if (hasNewWarning(before.notices, state.notices)) client.warned();
      }),
    [ui, client],
  );
}
