import { type RefObject, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { useClient } from '../../../state/hooks.ts';

export interface OptionEditor {
  /** A change is on its way. */
  readonly busy: boolean;
  /** Why the last change was refused; empty while all is well. */
  readonly refusal: string;
  /** Makes it the agent's own choice; resolves to false when it was refused. */
  set(value: string): Promise<boolean>;
  /** Takes the agent's own choice back. The button for it goes away: the focus moves on into `field`. */
  reset(): Promise<boolean>;
  /** Where the value is changed. */
  readonly field: RefObject<HTMLDivElement | null>;
}

/** Changes one of the agent's own options; a refusal stays at hand, to be shown where the value is. */
export function useOptionEditor(name: string): OptionEditor {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const run = async (change: Promise<Result<unknown>>) => {
    setBusy(true);
    const result = await change;
    setBusy(false);
    setRefusal(result.ok ? '' : result.error.message);
    return result.ok;
  };
  return {
    busy,
    refusal,
    set: (value) => run(client.request('option.set', { name, value })),
    reset: async () => {
      const done = await run(client.request('option.reset', { name }));
      if (done) field.current?.querySelector<HTMLElement>('button, input')?.focus();
      return done;
    },
    field,
  };
}
