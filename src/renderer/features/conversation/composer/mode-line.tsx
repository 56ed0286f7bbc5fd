import { BellRing, LockKeyhole, type LucideIcon, MessageSquareOff, Timer } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { ComposerMode } from '#shared/plugin-api/composer.ts';
import { Button } from '../../../components/button.tsx';
import { spanText } from '../../../i18n/duration.ts';
import { useServices } from '../../../state/desk-context.tsx';
import { usePrivilege, useServerTime } from '../../../state/hooks.ts';
import { privileges, useMayBegin } from '../../../state/privileges.ts';
import { openNewSession, openNotificationEditor } from '../../../state/ui-store.ts';
import { useConversation } from '../conversation-context.ts';
import styles from './mode-line.module.css';

type Mode<M extends ComposerMode['mode']> = Extract<ComposerMode, { readonly mode: M }>;

interface LineProps {
  readonly icon: LucideIcon;
  readonly look?: 'warn' | 'calm';
  /** What stands below it says the same. */
  readonly brief?: boolean;
  readonly children: ReactNode;
  /** The one thing to do next. */
  readonly action?: ReactNode;
}

function Line({ icon: Icon, look = 'calm', brief = false, children, action }: LineProps) {
  return (
    <div className={styles.line} data-look={look} data-brief={brief}>
      <Icon aria-hidden="true" />
      <div className={styles.words}>{children}</div>
      {action}
    </div>
  );
}

function Closing({ closesAt }: Mode<'closing'>) {
  const { t } = useTranslation();
  const time = useServerTime((now) => spanText(t, Math.max(0, closesAt - now)));
  return (
    <Line icon={Timer} look="warn">
      <p>{t('conversation.window.ending', { time })}</p>
    </Line>
  );
}

/** Why what is written does not go out by itself: in full to who can mend it. */
function Why({ mismatch }: Pick<Mode<'notification'>, 'mismatch'>) {
  const { t } = useTranslation();
  const administrator = usePrivilege(privileges.manageTemplates);
  if (!mismatch) return null;
  return (
    <p className={styles.why}>
      {administrator
        ? t('conversation.mode.mismatch', { reason: mismatch.sentence })
        : t('conversation.mode.mismatch.ask')}
    </p>
  );
}

function NotificationOnly({ why, mismatch }: Mode<'notification'>) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const { interactionId } = useConversation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The window closed under an empty text box that had the focus.
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  const choose = (
    <Button ref={button} look="primary" onPress={() => openNotificationEditor(ui, interactionId)}>
      <BellRing aria-hidden="true" />
      {t('conversation.mode.choose')}
    </Button>
  );
  return (
    <Line icon={LockKeyhole} action={choose}>
      <p>{t(why === 'closed' ? 'conversation.window.closed' : 'conversation.window.none')}</p>
      <Why mismatch={mismatch} />
    </Line>
  );
}

function Done({ channel }: Pick<Interaction, 'channel'>) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const { contact, name } = useConversation();
  const mayBegin = useMayBegin();
  const begin = (
    <Button look="primary" onPress={() => openNewSession(ui, { contact, name }, channel)}>
      {t('new-session')}
    </Button>
  );
  return (
    <Line icon={LockKeyhole} action={mayBegin && begin}>
      <p>{t('conversation.mode.done')}</p>
    </Line>
  );
}

export interface ModeLineProps {
  readonly mode: ComposerMode;
  readonly interaction: Interaction;
}

/** Over the composer: how it is, and the one thing to do next (WA-3); nothing while one can simply write. */
export function ModeLine({ mode, interaction }: ModeLineProps) {
  const { t } = useTranslation();
  const { views } = useConversation();
  switch (mode.mode) {
    case 'write':
      return mode.onlyAnswers && <Line icon={MessageSquareOff}>{t('conversation.mode.only-answers')}</Line>;
    case 'closing':
      return <Closing {...mode} />;
    case 'automatic':
      return (
        <Line icon={BellRing} brief>
          <p>{t(`conversation.mode.automatic.${mode.why}`)}</p>
        </Line>
      );
    case 'notification':
      return <NotificationOnly {...mode} />;
    case 'group':
      return <Line icon={LockKeyhole}>{views.unanswerable?.(interaction) ?? t('conversation.mode.elsewhere')}</Line>;
    case 'done':
      return <Done channel={interaction.channel} />;
    case 'opted-out':
      return <Line icon={MessageSquareOff}>{t('conversation.mode.opted-out')}</Line>;
    case 'offered':
    case 'elsewhere':
      return <Line icon={LockKeyhole}>{t(`conversation.mode.${mode.mode}`)}</Line>;
  }
}
