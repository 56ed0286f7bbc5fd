import { useStore } from 'zustand';
import { useServices } from '../state/desk-context.tsx';

/** The one live region of a page; what is announced goes through `useAnnounce`. */
export function LiveRegion() {
  const text = useStore(useServices().announcer.store, (state) => state.text);
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
}
