import { useTranslation } from 'react-i18next';
import { useShortcutDispatcher } from '../../shortcuts/use-shortcut-dispatcher.ts';
import { useDesk, useInteraction } from '../../state/hooks.ts';
import { useShownInteraction } from '../../state/use-shown-interaction.ts';
import { Conversation } from '../conversation/index.ts';
import { LockPage, useLockShortcut } from '../lock/index.ts';
import { NewSession } from '../new-session/index.ts';
import { Notices } from '../notices/index.ts';
import { InteractionPalette } from '../palette/index.ts';
import styles from './interaction-page.module.css';

export interface InteractionPageProps {
  readonly interactionId: string;
}

/** A window of one interaction (UI-1): the conversation, and nothing that leads elsewhere. */
export function InteractionPage({ interactionId }: InteractionPageProps) {
  const { t } = useTranslation();
  const locked = useDesk((model) => model.session.locked !== null);
  // Main closes the window of an interaction that is gone, and all of them with the session.
  const known = useInteraction(interactionId) !== undefined;
  if (locked) return <LockPage />;
  if (!known) return <p className="visually-hidden">{t('app.loading')}</p>;
  return <Work interactionId={interactionId} />;
}

function Work({ interactionId }: InteractionPageProps) {
  useShortcutDispatcher();
  useLockShortcut();
  useShownInteraction(interactionId);
  return (
    <div className={styles.page}>
      <Notices />
      <Conversation interactionId={interactionId} />
      <InteractionPalette />
      <NewSession />
    </div>
  );
}
