import { useCallback, useEffect, useState } from 'react';
import type { IpcResultValue } from '#shared/ipc/contract.ts';
import type { Refusal } from '#shared/result.ts';
import { useClient, useDesk } from '../../state/hooks.ts';
import { targetOf, type Whom } from './whom.ts';

export type Standing = IpcResultValue<'session.choices'>;

export interface Choices {
  /** Null until it came; kept while it is asked for again. */
  readonly standing: Standing | null;
  readonly refusal: Refusal | null;
  /** Asks again. */
  readonly reload: () => void;
}

type Asked = Omit<Choices, 'reload'>;

const nothing: Asked = { standing: null, refusal: null };

/** How things stand with somebody on every channel; asked again when the connection is back. */
export function useChoices(whom: Whom | null): Choices {
  const client = useClient();
  const connected = useDesk((model) => model.connection.state === 'connected');
  const [asked, setAsked] = useState(nothing);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again in each round and with the connection.
  useEffect(() => {
    if (!whom) return setAsked(nothing);
    let isLate = false;
    void client.request('session.choices', { target: targetOf(whom) }).then((answer) => {
      if (isLate) return;
      setAsked(({ standing }) =>
        answer.ok ? { standing: answer.value, refusal: null } : { standing, refusal: answer.error },
      );
    });
    return () => {
      isLate = true;
    };
  }, [whom, client, connected, round]);
  return { ...asked, reload: useCallback(() => setRound((before) => before + 1), []) };
}
