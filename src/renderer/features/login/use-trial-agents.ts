import { useCallback, useEffect, useState } from 'react';
import type { TrialAgent } from '#shared/protocol/login.ts';
import type { Refusal } from '#shared/result.ts';
import { useClient, useDesk } from '../../state/hooks.ts';

/** The trial server may still be starting: asked again after this, ms. */
const AGAIN = 1000;

export interface TrialAgentsState {
  /** Undefined until the server has answered. */
  readonly agents: readonly TrialAgent[] | undefined;
  /** Why it will not answer; shown, for trying again by itself would not help. */
  readonly refusal: Refusal | null;
  ask(): void;
}

/** The sample agents of the trial server; waits for a server that is starting. */
export function useTrialAgents(): TrialAgentsState {
  const client = useClient();
  const connection = useDesk((model) => model.connection.state);
  const [agents, setAgents] = useState<readonly TrialAgent[]>();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [round, setRound] = useState(0);
  const ask = useCallback(() => setRound((value) => value + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the connection, or another round, asks again.
  useEffect(() => {
    let over = false;
    let timer: number | undefined;
    const tell = async () => {
      const result = await client.request('session.trial-agents', {});
      if (over) return;
      if (result.ok) setAgents(result.value);
      else if (result.error.retryable) timer = window.setTimeout(ask, AGAIN);
      setRefusal(result.ok || result.error.retryable ? null : result.error);
    };
    void tell();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [client, connection, round, ask]);
  return { agents, refusal, ask };
}
