import { useLayoutEffect, useRef } from 'react';
import type { Message } from '#shared/domain/message.ts';

interface Ends {
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** True in the one rendering in which older messages were put in front: the list then keeps its place from the end. */
export function usePrepending(messages: readonly Message[]): boolean {
  const before = useRef<Ends>({ first: undefined, last: undefined });
  const { first, last } = { first: messages[0]?.id, last: messages.at(-1)?.id };
  useLayoutEffect(() => {
    before.current = { first, last };
  }, [first, last]);
  return before.current.first !== undefined && before.current.first !== first && before.current.last === last;
}
