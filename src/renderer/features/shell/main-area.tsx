import { Inbox, MessageSquareDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultBoundary } from '../../components/fault-boundary.tsx';
import { ChordKeys } from '../../shortcuts/chord-keys.tsx';
import { useChordText } from '../../shortcuts/hooks.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk } from '../../state/hooks.ts';
import { waitingCount } from '../../state/selectors.ts';
import { openInteraction } from '../../state/ui-store.ts';
import { Conversation } from '../conversation/index.ts';
import { useMyInteractionIds, useSelectedId } from '../interactions/index.ts';
import { Elsewhere, useOwnWindow } from '../pop-out/index.ts';
import { useFocusAfterLeaving } from './use-focus-after-leaving.ts';

/** The open interaction, or why there is none. */
export function MainArea() {
  const { t } = useTranslation();
  const selected = useSelectedId();
  const ids = useMyInteractionIds();
  const first = ids[0];
  const isElsewhere = useOwnWindow(selected);
  useFocusAfterLeaving(selected);
  if (selected !== null && isElsewhere) return <Elsewhere interactionId={selected} />;
  if (selected !== null) {
    return (
      <FaultBoundary key={selected} title="conversation">
        <Conversation key={selected} interactionId={selected} />
      </FaultBoundary>
    );
  }
  if (first === undefined) {
    return (
      <main tabIndex={-1}>
        <EmptyState page icon={<Inbox />} title={t('main.idle.title')} hint={t('main.idle.hint')} />
      </main>
    );
  }
  return <NothingChosen first={first} />;
}

function NothingChosen({ first }: { readonly first: string }) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const waiting = useDesk(waitingCount);
  const keys = useChordText('interaction.next');
  const hint = waiting === 0 ? t('main.nothing.none-waits') : t('main.nothing.hint', { count: waiting });
  return (
    <main tabIndex={-1}>
      <EmptyState page icon={<MessageSquareDashed />} title={t('main.nothing.title')} hint={hint}>
        <Button onPress={() => openInteraction(ui, first, true)}>
          {t('main.nothing.open')}
          {keys !== '' && (
            <span aria-hidden="true">
              <ChordKeys chord={keys} />
            </span>
          )}
        </Button>
      </EmptyState>
    </main>
  );
}
