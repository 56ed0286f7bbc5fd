import { type RefObject, useEffect, useRef } from 'react';
import { useServices } from '../../state/desk-context.tsx';
import { useUi } from '../../state/hooks.ts';
import type { UiStore } from '../../state/ui-store.ts';

/** The last wish that was granted, by page: a panel that appears later must not grant it again. */
const granted = new WeakMap<UiStore, number>();

/** Gives the search within the element the focus when the agent asked for the responses by keys. */
export function useSearchFocus(): RefObject<HTMLDivElement | null> {
  const { ui } = useServices();
  const place = useRef<HTMLDivElement>(null);
  const wanted = useUi((state) => state.responsesWanted);
  useEffect(() => {
    if (wanted <= (granted.get(ui) ?? 0)) return;
    granted.set(ui, wanted);
    const input = place.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, [ui, wanted]);
  return place;
}
