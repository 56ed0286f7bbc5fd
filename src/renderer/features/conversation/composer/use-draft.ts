import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '../../../state/desk-context.tsx';
import { useInteraction } from '../../../state/hooks.ts';
import { withoutSent } from './send-state.ts';

/** How long typing pauses before the draft is written, ms. */
const PAUSE = 400;

export interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Takes what was sent out of the box, and leaves what was written behind it meanwhile. */
  readonly takeOut: (sent: string) => void;
}

/**
 * The text in the composer, kept over restarts (UI-5). Written when typing pauses, and at once when the agent goes
 * elsewhere. A draft that main puts there (a message that came back) is taken over, before what is being written.
 */
export function useDraft(interactionId: string): Draft {
  const { sync } = useServices();
  const kept = useInteraction(interactionId)?.draft ?? '';
  const [text, setState] = useState(kept);
  const latest = useRef(kept);
  const written = useRef(kept);
  const timer = useRef<number>(undefined);

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    if (latest.current === written.current) return;
    written.current = latest.current;
    sync.setDraft(interactionId, latest.current);
  }, [sync, interactionId]);

  const setText = useCallback(
    (next: string) => {
      latest.current = next;
      setState(next);
      window.clearTimeout(timer.current);
      // An emptied composer is written at once: after a crash nothing may come back that was sent.
      if (next === '') flush();
      else timer.current = window.setTimeout(flush, PAUSE);
    },
    [flush],
  );

  useEffect(() => {
    if (kept === written.current) return;
    const typed = latest.current !== written.current;
    written.current = kept;
    setText(typed ? [kept, latest.current].filter((part) => part !== '').join('\n') : kept);
  }, [kept, setText]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      flush();
    };
  }, [flush]);

  const takeOut = useCallback((sent: string) => setText(withoutSent(latest.current, sent)), [setText]);

  return { text, setText, takeOut };
}
