import { type RefObject, useEffect } from 'react';
import { useServices } from '../../../state/desk-context.tsx';
import { useUi } from '../../../state/hooks.ts';
import type { UiStore } from '../../../state/ui-store.ts';

/** The last wish for focus that was granted, by page: a composer that appears later must not grant it again. */
const granted = new WeakMap<UiStore, number>();

/** Gives the composer the focus when the agent opened its interaction; otherwise focus stays where it is. */
export function useComposerFocus(field: RefObject<HTMLTextAreaElement | null>, interactionId: string): void {
  const { ui } = useServices();
  const wish = useUi((state) => (state.selected === interactionId ? state.composerFocus : 0));
  useEffect(() => {
    if (wish <= (granted.get(ui) ?? 0)) return;
    granted.set(ui, wish);
    const element = field.current;
    if (!element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [wish, ui, field]);
}
