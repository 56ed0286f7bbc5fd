import { useCallback, useMemo } from 'react';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { ComposerMode } from '#shared/plugin-api/composer.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { useServices } from '../../../state/desk-context.tsx';
import { useDesk, useInteractionOptions, useServerTime } from '../../../state/hooks.ts';
import { useTemplates } from '../../../state/library.ts';
import { agentName } from '../../../state/selectors.ts';
import { plainMode } from './plain-mode.ts';

export interface ComposerState {
  readonly mode: ComposerMode;
  /** Whether it is still so at this moment, which may be up to a second later than what is shown. */
  readonly isCurrent: () => boolean;
}

/** How the composer of an interaction is now, by server time; changes by itself on the second (WA-3). */
export function useComposerMode({ interaction, contact }: InteractionView, views: MediaTypeViews): ComposerState {
  const { store, ticker } = useServices();
  const agent = useDesk(agentName) ?? '';
  const options = useInteractionOptions(interaction.id);
  const templates = useTemplates(interaction.channel).value?.templates;
  const modeAt = useCallback(
    (now: number): ComposerMode =>
      views.composer?.modeAt({ interaction, contact, agent, options, templates, now }) ??
      plainMode({ interaction, agent }),
    [views, interaction, contact, agent, options, templates],
  );
  const shown = useServerTime((now) => modeAt(now).mode);
  return useMemo(() => {
    const serverNow = () => ticker.now() + store.getState().session.clockOffset;
    const mode = modeAt(serverNow());
    // Between two beats the mode may have changed already: what is shown counts until the next.
    return { mode, isCurrent: () => mode.mode === shown && modeAt(serverNow()).mode === mode.mode };
  }, [modeAt, shown, ticker, store]);
}
