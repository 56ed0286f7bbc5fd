import { useState } from 'react';
import type { Refusal } from '#shared/result.ts';
import { useClient, useDesk } from '../../state/hooks.ts';

export interface Credentials {
  readonly agent: string;
  readonly password: string;
  readonly serverUrl?: string;
  /** Where agents are asked for it. */
  readonly place?: string;
}

/** The part of the page an attempt was made from: what became of it is said there. */
export type LoginWay = 'form' | 'trial-agent';

export interface Login {
  /** Whom the attempt under way is for; null when there is none. */
  readonly busy: string | null;
  /** From where that attempt was made. */
  readonly way: LoginWay;
  /** Why the last attempt was refused, and from where it was made. */
  readonly refusal: (Refusal & { readonly way: LoginWay }) | null;
  logIn(credentials: Credentials, way: LoginWay): void;
}

/** One attempt to log in at a time. When it goes well the page gives way to the main window by itself. */
export function useLogin(): Login {
  const client = useClient();
  const signingIn = useDesk((model) => model.session.phase === 'signing-in');
  const [attempt, setAttempt] = useState<string | null>(null);
  const [way, setWay] = useState<LoginWay>('form');
  const [refusal, setRefusal] = useState<Login['refusal']>(null);
  const logIn = async (credentials: Credentials, from: LoginWay) => {
    if (attempt !== null) return;
    setAttempt(credentials.agent);
    setWay(from);
    setRefusal(null);
    const result = await client.request('session.log-in', credentials);
    setAttempt(null);
    if (!result.ok) setRefusal({ ...result.error, way: from });
  };
  return {
    busy: attempt ?? (signingIn ? '' : null),
    way,
    refusal,
    logIn: (credentials, from) => void logIn(credentials, from),
  };
}
