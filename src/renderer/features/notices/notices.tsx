import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '#shared/ipc/view.ts';
import { Button } from '../../components/button.tsx';
import { NoticeBanner } from '../../components/notice.tsx';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk, useUi } from '../../state/hooks.ts';
import { dropNotice, showSettings } from '../../state/ui-store.ts';
import { NoticeWords, WholeWords } from './notice-words.tsx';
import styles from './notices.module.css';
import { bySeverity, shownNotices } from './order.ts';
import { useMissingPlugins } from './use-missing-plugins.ts';
import { useTellWarnings } from './use-tell-warnings.ts';
import { holdsWords } from './words.ts';

/** Sentences the agent should see, below the top bar: errors interrupt a screen reader, the others wait. */
export function Notices() {
  const { t } = useTranslation();
  useTellWarnings();
  const [all, setAll] = useState(false);
  const notices = useAllNotices();
  const { shown, hidden } = shownNotices(notices, all);
  return (
    <section className={styles.notices} aria-label={t('notices.label')}>
      <div role="alert">
        {shown.filter(isError).map((notice) => (
          <Entry key={notice.id} notice={notice} />
        ))}
      </div>
      <div role="status">
        {shown
          .filter((notice) => !isError(notice))
          .map((notice) => (
            <Entry key={notice.id} notice={notice} />
          ))}
      </div>
      {(hidden > 0 || all) && notices.length > 1 && (
        <div className={styles.more}>
          <Button look="quiet" size="small" onPress={() => setAll(!all)}>
            {all ? t('notices.fewer') : t('notices.more', { count: hidden })}
          </Button>
        </div>
      )}
    </section>
  );
}

const isError = (notice: Notice): boolean => notice.severity === 'error';

/** Main's notices, those of this page, and those that follow from the state of the plug-ins. */
function useAllNotices(): readonly Notice[] {
  const ofMain = useDesk((model) => model.notices);
  const ofPage = useUi((state) => state.notices);
  const ofPlugins = useMissingPlugins();
  return [...ofPlugins, ...ofMain, ...ofPage].sort(bySeverity);
}

function Entry({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const { ui, client } = useServices();
  const local = useUi((state) => state.notices.some(({ id }) => id === notice.id));
  const aboutPlugins = notice.code === 'plugin-missing';
  const { words } = notice;
  const isCut = holdsWords(notice);
  const [given, setGiven] = useState(false);
  const [shown, setShown] = useState(false);
  const canGo = !aboutPlugins && (!isCut || given);
  const dismiss = () => {
    if (local) dropNotice(ui, notice.id);
    else void client.ask('notice.dismiss', { id: notice.id });
  };
  const show = (isShown: boolean) => {
    setShown(isShown);
    setGiven(true);
  };
  return (
    <NoticeBanner
      severity={notice.severity}
      message={notice.message}
      {...(canGo ? { onDismiss: dismiss } : {})}
      {...(shown && words !== undefined ? { below: <WholeWords words={words} /> } : {})}
    >
      {aboutPlugins && (
        <Button look="quiet" size="small" onPress={() => showSettings(ui, 'plugins')}>
          {t('notices.details')}
        </Button>
      )}
      {words !== undefined && (
        <NoticeWords words={words} isCut={isCut} isShown={shown} onShow={show} onCopied={() => setGiven(true)} />
      )}
      {notice.action && <Action action={notice.action} />}
    </NoticeBanner>
  );
}

/** Where an action leads in the settings. */
const sections = {
  'option-diagnostics': ['diagnostics', 'notices.show'],
  templates: ['templates', 'templates.title'],
} as const;

/** What the agent can do about it, where it is said. */
function Action({ action }: { readonly action: NonNullable<Notice['action']> }) {
  const { t } = useTranslation();
  const { ui, client } = useServices();
  // Without a session there are no settings to show; the restart is always there.
  const signedIn = useDesk(({ session: { phase } }) => phase === 'signed-in' || phase === 'restoring');
  if (action !== 'restart') {
    const [section, label] = sections[action];
    return signedIn ? (
      <Button look="quiet" size="small" onPress={() => showSettings(ui, section)}>
        {t(label)}
      </Button>
    ) : null;
  }
  return (
    <Button look="quiet" size="small" onPress={() => void client.perform('application.restart', {})}>
      {t('notices.restart')}
    </Button>
  );
}
