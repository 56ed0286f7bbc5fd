import { useShortcut } from '../../shortcuts/hooks.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useUi } from '../../state/hooks.ts';
import { openNewSession } from '../../state/ui-store.ts';
import { NewSessionDialog } from './new-session-dialog.tsx';

/** Begins sessions with customers (WA-9): opened by `openNewSession`, and by its keys from anywhere in the window. */
export function NewSession() {
  const { ui } = useServices();
  const wanted = useUi((state) => state.newSession);
  useShortcut('session.new', () => openNewSession(ui));
  return wanted && <NewSessionDialog wanted={wanted} />;
}
