import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { MenuPlace } from './context-menu.tsx';

export interface ContextMenuState<T> {
  /** What the menu is about and where it stands; null while it is closed. */
  readonly open: { readonly about: T; readonly place: MenuPlace } | null;
  readonly close: () => void;
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Opens a context menu by the pointer, the menu key, or Shift+F10. `find` says which element under the event it is
 * about and what that stands for; undefined leaves the event to others.
 */
export function useContextMenu<T>(
  find: (target: Element) => { readonly element: Element; readonly about: T } | undefined,
): ContextMenuState<T> {
  const [open, setOpen] = useState<ContextMenuState<T>['open']>(null);
  const show = (event: MouseEvent | KeyboardEvent, at?: MenuPlace) => {
    const found = event.target instanceof Element ? find(event.target) : undefined;
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen({ about: found.about, place: at ?? besides(found.element) });
  };
  return {
    open,
    close: () => setOpen(null),
    // By keys, Chromium sends this too, with the middle of the element for a place.
    onContextMenu: (event) => show(event, event.button === 2 ? { x: event.clientX, y: event.clientY } : undefined),
    onKeyDown: (event) => {
      if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) show(event);
    },
  };
}

/** Below the element, and in sight where that is taller than the window. */
function besides(element: Element): MenuPlace {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 24, y: Math.min(bottom - 8, window.innerHeight - 8) };
}
