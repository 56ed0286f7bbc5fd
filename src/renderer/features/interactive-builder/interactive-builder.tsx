import type { InteractionView } from '#shared/ipc/view.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { useShortcut } from '../../shortcuts/hooks.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useUi } from '../../state/hooks.ts';
import { useReplyPrivilege } from '../../state/privileges.ts';
import { openInteractiveBuilder } from '../../state/ui-store.ts';
import { BuilderDialog } from './builder-dialog.tsx';

export interface InteractiveBuilderProps {
  readonly view: InteractionView;
  readonly views: MediaTypeViews;
}

/**
 * Builds reply buttons, a list or a link and sends them (UI-7): opened by `openInteractiveBuilder` and `beginInteractive`, and by its keys,
 * also when the window is closed, to say what can be done then.
 */
export function InteractiveBuilder({ view, views }: InteractiveBuilderProps) {
  const { ui } = useServices();
  const { id, stage } = view.interaction;
  const isOpen = useUi((state) => state.interactiveBuilder === id);
  const mayReply = useReplyPrivilege(id).granted;
  const { interactive: limits } = views;
  const possible = limits !== undefined && mayReply && stage === 'assigned';
  useShortcut('composer.interactive', () => openInteractiveBuilder(ui, id), possible);
  if (!isOpen || !limits) return null;
  return <BuilderDialog view={view} views={views} limits={limits} />;
}
