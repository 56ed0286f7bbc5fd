import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, useInteraction } from '../../../state/hooks.ts';

/** How long typing pauses before the draft is written, ms. */
const PAUSE = 400;
/** Main tells what it was told; for this long a draft we wrote is taken for such an echo, ms. */
const ECHO = 5_000;

export interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
}

/**
 * The text in the composer, kept by main over restarts (UI-5). Written when typing pauses, and at once when the agent
 * goes elsewhere or the window closes. A draft that main changes (a message that came back) is taken over unless the
 * agent has written something else meanwhile.
 */
export function useDraft(interactionId: string): Draft {
  const client = useClient();
  const kept = useInteraction(interactionId)?.draft ?? '';
  const [text, setState] = useState(kept);
  const latest = useRef(kept);
  /** What main has, as far as this page knows. */
  const written = useRef(kept);
  const echoes = useRef(new Map<string, number>());
  const timer = useRef<number>(undefined);

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    if (latest.current === written.current) return;
    written.current = latest.current;
    echoes.current.set(latest.current, performance.now());
    void client.request('draft.set', { interactionId, text: latest.current });
  }, [client, interactionId]);

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
    for (const [draft, at] of echoes.current) if (performance.now() - at > ECHO) echoes.current.delete(draft);
    const mine = latest.current !== written.current || echoes.current.has(kept);
    if (mine || kept === latest.current) return;
    latest.current = kept;
    written.current = kept;
    setState(kept);
  }, [kept]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      flush();
    };
  }, [flush]);

  return { text, setText };
}
