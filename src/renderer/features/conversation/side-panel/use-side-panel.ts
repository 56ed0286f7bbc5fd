import { useCallback, useEffect, useState } from 'react';

/** Below this the panel lies over the conversation and is closed until asked for (UI-1). */
const wide = window.matchMedia('(min-width: 1200px)');
const REMEMBERED = 'replydesk.side-panel';

export interface SidePanelState {
  readonly open: boolean;
  readonly over: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
}

/** Whether the panel is there. In a wide window the choice is remembered; in a narrow one it opens closed. */
export function useSidePanel(): SidePanelState {
  const [isWide, setWide] = useState(wide.matches);
  const [docked, setDocked] = useState(() => localStorage.getItem(REMEMBERED) !== 'closed');
  const [over, setOver] = useState(false);
  useEffect(() => {
    const update = () => setWide(wide.matches);
    wide.addEventListener('change', update);
    return () => wide.removeEventListener('change', update);
  }, []);
  const toggle = useCallback(() => {
    if (!isWide) return setOver((open) => !open);
    localStorage.setItem(REMEMBERED, docked ? 'closed' : 'open');
    setDocked(!docked);
  }, [isWide, docked]);
  const close = useCallback(() => setOver(false), []);
  return { open: isWide ? docked : over, over: !isWide, toggle, close };
}
