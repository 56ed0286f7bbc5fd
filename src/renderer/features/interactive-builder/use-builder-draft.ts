import type { FileSource } from '#shared/domain/file-source.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useUnfinished } from '../../state/hooks.ts';
import { type Draft, emptyDraft, isEmpty } from './draft.ts';

/** What stands in the builder of an interaction, and what can be done to it. */
export interface BuilderDraft {
  readonly draft: Draft;
  readonly ownFile: FileSource | null;
  readonly change: (edit: (draft: Draft) => Draft) => void;
  /** The builder closes: what was written stays for the next time. */
  readonly leave: () => void;
  /** It went out. */
  readonly forget: () => void;
}

export function useBuilderDraft(interactionId: string): BuilderDraft {
  const { unfinished } = useServices();
  const { form: draft = emptyDraft, ownFile = null } = useUnfinished(interactionId).interactive ?? {};
  const forget = () => unfinished.keep(interactionId, { interactive: null });
  return {
    draft,
    ownFile,
    change(edit) {
      // Two edits may come before this is drawn again.
      const before = unfinished.of(interactionId).interactive;
      const form = edit(before?.form ?? emptyDraft);
      unfinished.keep(interactionId, { interactive: { form, ownFile: before?.ownFile ?? null } });
    },
    leave: () => isEmpty(draft) && forget(),
    forget,
  };
}
