import { useStore } from 'zustand';
import { useServices } from '../state/desk-context.tsx';
import { useDesk } from '../state/hooks.ts';

/** The one live region of a page; what is announced goes through `useAnnounce`. */
export function LiveRegion() {
  const text = useStore(useServices().announcer.store, (state) => state.text);
  // What was announced may be a customer's words; a locked window holds none (UI-12).
  const locked = useDesk((model) => model.session.locked !== null);
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {locked ? '' : text}
    </div>
  );
}
