import { useEffect, useState } from 'react';
import type { SearchHit } from '#shared/ipc/history.ts';
import { useClient } from '../../../state/hooks.ts';

/** How long typing pauses before it is searched, ms. */
const PAUSE = 120;

export interface Search {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** Newest first. */
  readonly hits: readonly SearchHit[];
  /** What was typed is still being looked for. */
  readonly busy: boolean;
  /** Place of the hit that is shown, from 0. */
  readonly at: number;
  readonly go: (step: 1 | -1) => void;
}

/** Looks for what is typed in everything this desk has of the contact (UI-3). */
export function useSearch(interactionId: string): Search {
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ readonly typed: string; readonly hits: readonly SearchHit[] }>();
  const [at, setAt] = useState(0);
  useEffect(() => {
    let isLate = false;
    const timer = window.setTimeout(async () => {
      const answer = await client.ask('transcript.search', { interactionId, typed });
      if (isLate) return;
      setFound({ typed, hits: answer.ok ? answer.value : [] });
      setAt(0);
    }, PAUSE);
    return () => {
      isLate = true;
      window.clearTimeout(timer);
    };
  }, [client, interactionId, typed]);
  const hits = typed.trim() === '' ? [] : (found?.hits ?? []);
  const go = (step: 1 | -1) => setAt((before) => (hits.length === 0 ? 0 : (before + step + hits.length) % hits.length));
  return { typed, setTyped, hits, busy: found?.typed !== typed, at: Math.min(at, Math.max(0, hits.length - 1)), go };
}
