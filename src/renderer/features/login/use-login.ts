import { useState } from 'react';
import type { Refusal } from '#shared/result.ts';
import { useClient, useDesk } from '../../state/hooks.ts';

export interface Credentials {
  readonly agent: string;
  readonly password: string;
  readonly serverUrl?: string;
}

export interface Login {
  /** Whom the attempt under way is for; null when there is none. */
  readonly busy: string | null;
  /** Why the last attempt was refused. */
  readonly refusal: Refusal | null;
  logIn(credentials: Credentials): void;
}

/** One attempt to log in at a time. When it goes well the page gives way to the main window by itself. */
export function useLogin(): Login {
  const client = useClient();
  const signingIn = useDesk((model) => model.session.phase === 'signing-in');
  const [attempt, setAttempt] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const logIn = async (credentials: Credentials) => {
    if (attempt !== null) return;
    setAttempt(credentials.agent);
    setRefusal(null);
    const result = await client.request('session.log-in', credentials);
    setAttempt(null);
    if (!result.ok) setRefusal(result.error);
  };
  return {
    busy: attempt ?? (signingIn ? '' : null),
    refusal,
    logIn: (credentials) => void logIn(credentials),
  };
}
