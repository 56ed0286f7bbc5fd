import { useShortcut } from '../../shortcuts/hooks.ts';
import { useClient } from '../../state/hooks.ts';

/** Lets the agent lock all windows by keys, from any of them. */
export function useLockShortcut(): void {
  const client = useClient();
  useShortcut('application.lock', () => void client.perform('application.lock', {}));
}
