import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type PendingLevel, pendingAt } from '#shared/rules/pending-response.ts';
import { customerName } from '../../plugins/display-names.ts';
import { plainMediaType } from '../../plugins/plain-media-type.ts';
import { useServices } from '../../state/desk-context.tsx';
import { myInteractions } from '../../state/selectors.ts';

/** Tells screen readers when an answer becomes late or overdue: each once (UI-4, A11Y-1). */
export function useAnnouncePending(): void {
  const { t } = useTranslation();
  const { store, ticker, plugins, announcer } = useServices();
  useEffect(() => {
    const viewsOf = (mediaType: string) =>
      plugins.store.getState().mediaTypes.get(mediaType) ?? plainMediaType(mediaType);
    const levels = new Map<string, PendingLevel>();
    const look = () => {
      const model = store.getState();
      const now = ticker.now() + model.session.clockOffset;
      const known = new Set<string>();
      for (const view of myInteractions(model)) {
        const { interaction } = view;
        known.add(interaction.id);
        const thresholds = viewsOf(interaction.mediaType).pendingThresholds({ ...model.options, ...view.options });
        const level = pendingAt(interaction.pendingSince, thresholds, now)?.level;
        if (level === levels.get(interaction.id)) continue;
        if (level === undefined) levels.delete(interaction.id);
        else levels.set(interaction.id, level);
        if (level === 'late' || level === 'overdue') {
          const name = customerName(model, plugins.store.getState().mediaTypes, view);
          announcer.announce(t(`pending.announce.${level}`, { name }));
        }
      }
      for (const id of levels.keys()) if (!known.has(id)) levels.delete(id);
    };
    return ticker.subscribe(look);
  }, [store, ticker, plugins, announcer, t]);
}
