import { useCallback, useMemo } from 'react';
import { useServices } from '../../../state/desk-context.tsx';
import { useUi } from '../../../state/hooks.ts';
import { useResponses } from '../../../state/library.ts';
import { type AttachedFile, setAttached } from '../../../state/ui-store.ts';
import { asListed, withFiles, withoutFile } from './attached.ts';

export interface Attached {
  /** As the library has them now. */
  readonly files: readonly AttachedFile[];
  readonly add: (files: readonly AttachedFile[]) => void;
  readonly remove: (file: AttachedFile) => void;
}

const none: readonly AttachedFile[] = [];

/** The files that leave behind the next text of an interaction (UI-6). */
export function useAttached(interactionId: string): Attached {
  const { ui } = useServices();
  const attached = useUi((state) => state.attached.get(interactionId)) ?? none;
  const responses = useResponses().value;
  const add = useCallback(
    (files: readonly AttachedFile[]) => setAttached(ui, interactionId, (before) => withFiles(before, files)),
    [ui, interactionId],
  );
  const remove = useCallback(
    (file: AttachedFile) => setAttached(ui, interactionId, (before) => withoutFile(before, file)),
    [ui, interactionId],
  );
  const files = useMemo(() => (responses ? asListed(attached, responses) : attached), [attached, responses]);
  return { files, add, remove };
}
