import { useCallback } from 'react';
import { useServices } from '../../state/desk-context.tsx';

/** Leads the focus on to where the agent writes, or, where nothing can be written, to the transcript. */
export function useFocusOn(): () => void {
  const { shortcuts } = useServices();
  return useCallback(() => {
    shortcuts.run('composer.focus');
    if (document.activeElement?.matches('textarea') !== true) shortcuts.run('transcript.focus');
  }, [shortcuts]);
}
