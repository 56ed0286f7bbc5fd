import type { InteractionView } from '#shared/ipc/view.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { useUi } from '../../state/hooks.ts';
import { BuilderDialog } from './builder-dialog.tsx';

export interface InteractiveBuilderProps {
  readonly view: InteractionView;
  readonly views: MediaTypeViews;
}

/** Builds reply buttons, a list or a link and sends them (UI-7), while it is open over this interaction. */
export function InteractiveBuilder({ view, views }: InteractiveBuilderProps) {
  const isOpen = useUi((state) => state.interactiveBuilder?.interactionId === view.interaction.id);
  const preset = useUi((state) => state.interactiveBuilder?.preset ?? null);
  const { interactive: limits } = views;
  if (!isOpen || !limits) return null;
  return <BuilderDialog view={view} views={views} limits={limits} preset={preset} />;
}
