import { useCallback, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { useClient } from '../../state/hooks.ts';

export interface Unlock {
  readonly busy: boolean;
  /** Why the last attempt was refused, in words; null for none. */
  readonly refusal: string | null;
  /** `onRefused`: what was typed is not worth keeping. */
  readonly unlock: (password: string, onRefused: () => void) => void;
  /** Needs no password, for it shows nothing. */
  readonly signOut: () => void;
}

/** The two ways out of a locked desk. When one succeeds, main says so to all windows, and this page is gone. */
export function useUnlock(): Unlock {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const attempt = useCallback(async (run: () => Promise<Result<unknown>>, onRefused: () => void) => {
    // Enter, pressed twice before the button is off.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    setRefusal(null);
    const answer = await run();
    isUnderWay.current = false;
    setBusy(false);
    if (answer.ok) return;
    onRefused();
    setRefusal(answer.error.message);
  }, []);
  return {
    busy,
    refusal,
    unlock: (password, onRefused) => void attempt(() => client.request('session.unlock', { password }), onRefused),
    signOut: () =>
      void attempt(
        () => client.run('application.log-out', {}),
        () => {},
      ),
  };
}
