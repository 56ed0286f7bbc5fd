import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { TranscriptRow as Row } from './session-rows.ts';

/** How long a message that was jumped to is marked, ms; as the animation in the style sheet. */
const MARKED_FOR = 1600;

export interface Jump {
  readonly marked: string | undefined;
  readonly jumpTo: (messageId: string) => void;
}

/** Brings a message into view and marks it for a moment. */
export function useJump(list: RefObject<VirtualizerHandle | null>, rows: readonly Row[], letGo: () => void): Jump {
  const [marked, setMarked] = useState<string>();
  const latest = useRef(rows);
  latest.current = rows;
  const jumpTo = useCallback(
    (messageId: string) => {
      const index = latest.current.findIndex((row) => row.key === messageId);
      if (index < 0) return;
      if (index < latest.current.length - 1) letGo();
      list.current?.scrollToIndex(index, { align: 'center' });
      setMarked(messageId);
    },
    [list, letGo],
  );
  useEffect(() => {
    if (marked === undefined) return;
    const timer = window.setTimeout(() => setMarked(undefined), MARKED_FOR);
    return () => window.clearTimeout(timer);
  }, [marked]);
  return { marked, jumpTo };
}
