import { type RefObject, useEffect, useRef } from 'react';
import { isFocusLost } from '../../../components/focus-lost.ts';
import { useAnnounce } from '../../../state/hooks.ts';
import { useFocusOn } from '../use-focus-on.ts';

export interface Closed {
  /** The box; what stands right above it says why nothing can be sent, with the one next step. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** The agent pressed Send all the same: leads to the next step, or says why there is none. */
  readonly lead: () => void;
}

/** What happens where nothing can be written any more: the agent is led on, and the focus with them. */
export function useClosed(showsBox: boolean): Closed {
  const box = useRef<HTMLDivElement>(null);
  const announce = useAnnounce();
  const focusOn = useFocusOn();
  const wasShown = useRef(false);
  useEffect(() => {
    // What took its place may have the focus already.
    if (!showsBox && wasShown.current && isFocusLost()) focusOn();
    wasShown.current = showsBox;
  }, [showsBox, focusOn]);
  const lead = () => {
    const line = box.current?.previousElementSibling;
    const next = line?.querySelector('button');
    if (next) next.focus();
    else announce(line?.textContent ?? '');
  };
  return { box, lead };
}
