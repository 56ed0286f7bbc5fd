import type { InteractiveContent } from '#shared/domain/outbound.ts';
import { openInteractiveBuilder, type UiStore } from '../../state/ui-store.ts';
import type { UnfinishedSync } from '../../state/unfinished-sync.ts';
import { draftOf } from './draft.ts';

interface Services {
  readonly ui: UiStore;
  readonly unfinished: UnfinishedSync;
}

/** Opens the builder with a message of the library in it, in place of what was left there. */
export function beginInteractive(
  { ui, unfinished }: Services,
  interactionId: string,
  content: InteractiveContent,
): void {
  const { header } = content;
  const ownFile = header && header.format !== 'text' ? header.file : null;
  unfinished.keep(interactionId, { interactive: { form: draftOf(content), ownFile } });
  openInteractiveBuilder(ui, interactionId);
}
