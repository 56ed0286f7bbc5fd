import { useTranslation } from 'react-i18next';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { ComposerMode } from '#shared/plugin-api/composer.ts';
import { ResponsesPanel } from '../../responses/index.ts';
import { isWritable } from '../composer/send-state.ts';
import { useConversation } from '../conversation-context.ts';

export interface ResponsesTabProps {
  readonly view: InteractionView;
  readonly mode: ComposerMode;
}

/** The standard responses, as far as the composer can take them. */
export function ResponsesTab({ view, mode }: ResponsesTabProps) {
  const { t } = useTranslation();
  const { views, composer } = useConversation();
  const why = mode.mode === 'notification' ? 'responses.closed' : 'responses.not-writable';
  return (
    <ResponsesPanel
      view={view}
      views={views}
      hindrance={isWritable(mode.mode) ? undefined : t(why)}
      onUse={(response) => composer.current?.apply(response)}
    />
  );
}
