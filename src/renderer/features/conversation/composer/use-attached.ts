import { useCallback, useMemo } from 'react';
import type { AttachedFile } from '#shared/ipc/unfinished.ts';
import { useServices } from '../../../state/desk-context.tsx';
import { useUnfinished } from '../../../state/hooks.ts';
import { useResponses } from '../../../state/library.ts';
import { asListed, withFiles, withoutFile } from './attached.ts';

export interface Attached {
  /** As the library has them now. */
  readonly files: readonly AttachedFile[];
  readonly add: (files: readonly AttachedFile[]) => void;
  readonly remove: (file: AttachedFile) => void;
}

/** The files that leave behind the next text of an interaction (UI-6). */
export function useAttached(interactionId: string): Attached {
  const { unfinished } = useServices();
  const { attached } = useUnfinished(interactionId);
  const responses = useResponses().value;
  const add = useCallback(
    (added: readonly AttachedFile[]) =>
      unfinished.keep(interactionId, { attached: withFiles(unfinished.of(interactionId).attached, added) }),
    [unfinished, interactionId],
  );
  const remove = useCallback(
    (file: AttachedFile) =>
      unfinished.keep(interactionId, { attached: withoutFile(unfinished.of(interactionId).attached, file) }),
    [unfinished, interactionId],
  );
  const files = useMemo(() => (responses ? asListed(attached, responses) : attached), [attached, responses]);
  return { files, add, remove };
}
