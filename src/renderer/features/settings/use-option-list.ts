import { useCallback, useEffect, useRef, useState } from 'react';
import type { OptionList } from '#shared/ipc/option-list.ts';
import type { Refusal } from '#shared/result.ts';
import { useClient, useDesk } from '../../state/hooks.ts';

export interface KnownOptions {
  /** Null until the first answer is here. */
  readonly list: OptionList | null;
  /** Why the last asking was refused; null while all is well. */
  readonly refusal: Refusal | null;
  readonly again: () => void;
}

/**
 * All options with their sources, and what is wrong with the files. Asked again with each reading of the files; what
 * was known stays until the answer is here, and an answer that was overtaken by a later question is dropped.
 */
export function useOptionList(): KnownOptions {
  const client = useClient();
  const revision = useDesk((model) => model.optionsRevision);
  const [known, setKnown] = useState<Omit<KnownOptions, 'again'>>({ list: null, refusal: null });
  const asked = useRef(0);
  const ask = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const result = await client.request('options.list', {});
    if (mine !== asked.current) return;
    setKnown((before) =>
      result.ok ? { list: result.value, refusal: null } : { list: before.list, refusal: result.error },
    );
  }, [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when the answer may have changed.
  useEffect(() => void ask(), [ask, revision]);
  return { ...known, again: () => void ask() };
}
