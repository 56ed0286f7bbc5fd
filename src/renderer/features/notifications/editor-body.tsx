import { Bell, CircleAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template, TemplateKey } from '#shared/domain/template.ts';
import type { NotificationViews } from '#shared/plugin-api/views.ts';
import { notificationBody } from '#shared/rules/structured-body.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PreviewPane } from '../../components/structured-body/preview-pane.tsx';
import { languageName } from '../../i18n/language-name.ts';
import { useMediaType } from '../../plugins/hooks.ts';
import { useIsMac } from '../../shortcuts/hooks.ts';
import { useTemplates } from '../../state/library.ts';
import styles from './editor.module.css';
import { NotificationForm } from './form/notification-form.tsx';
import type { Notification } from './form/use-notification.ts';
import { templateKey } from './list/template-filter.ts';
import { TemplateList } from './list/template-list.tsx';
import { TemplateStatusPill } from './list/template-status.tsx';
import type { NotificationPlace } from './place.ts';
import { useFirstFocus } from './use-first-focus.ts';
import { useHindrance } from './use-hindrance.ts';

export interface EditorBodyProps {
  readonly place: NotificationPlace;
  readonly notification: Notification;
  readonly notifications: NotificationViews;
  /** The template that was asked for and is not there. */
  readonly missing: TemplateKey | undefined;
  /** Where there is no room for both, the list is shown, and not what was chosen from it. */
  readonly choosing: boolean;
  readonly onChoosing: (choosing: boolean) => void;
  readonly onChoose: (template: Template) => void;
  readonly onSend: () => void;
}

/** What the editor holds: the list, the fields, and the preview; one after the other where there is little room. */
export function EditorBody(props: EditorBodyProps) {
  const { place, notification, notifications, missing, choosing, onChoose, onSend } = props;
  const { t, i18n } = useTranslation();
  const { channel } = place;
  const list = useTemplates(channel);
  const hindrance = useHindrance(place);
  const mac = useIsMac();
  const { template } = notification;
  const element = useFirstFocus(template && templateKey(template), choosing);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (mac ? event.metaKey : event.ctrlKey)) onSend();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for the whole form, which has its own button for it.
    <div className={styles.editor} data-choosing={choosing} ref={element} onKeyDown={onKeyDown}>
      <div className={styles.choice} data-part="choose">
        {missing && (
          <p className={styles.blocked} role="alert">
            <CircleAlert aria-hidden="true" />
            {t('notification.preset-unknown', {
              name: missing.name,
              language: languageName(missing.language, i18n.language),
            })}
          </p>
        )}
        <TemplateList
          channel={channel}
          list={list}
          chosen={template ? templateKey(template) : null}
          views={notifications}
          hindrance={hindrance}
          onChoose={onChoose}
        />
      </div>
      {template ? <Work {...props} template={template} /> : <NothingChosen />}
    </div>
  );
}

function NothingChosen() {
  const { t } = useTranslation();
  return (
    <div className={styles.nothing}>
      <EmptyState icon={<Bell />} title={t('notification.choose.title')} hint={t('notification.choose.hint')} />
    </div>
  );
}

function Work({ place, notification, notifications, template, onChoosing }: EditorBodyProps & { template: Template }) {
  const { t, i18n } = useTranslation();
  const { views } = useMediaType(place.mediaType);
  const { name, language, category, status } = template;
  const chooseOther = () => {
    const list = document.querySelector('[data-part="choose"]');
    // Beside the fields it is in sight already.
    if (list?.checkVisibility()) list.querySelector<HTMLElement>('input')?.focus();
    else onChoosing(true);
  };
  return (
    <div className={styles.work}>
      <div className={styles.fields}>
        <header className={styles.chosen}>
          <div className={styles.words}>
            <h2 className={styles.name}>{name}</h2>
            <p className={styles.facts}>
              {languageName(language, i18n.language)} · {t(`template.category.${category}`)}
              {status !== 'approved' && <TemplateStatusPill status={status} />}
            </p>
          </div>
          <span className={styles.back}>
            <Button size="small" onPress={chooseOther}>
              {t('notification.choose-other')}
            </Button>
          </span>
        </header>
        {notification.state.block !== undefined && (
          <div className={styles.blocked} role="alert">
            <CircleAlert aria-hidden="true" />
            <p>{notification.state.block}</p>
            <Button size="small" onPress={chooseOther}>
              {t('notification.choose-other')}
            </Button>
          </div>
        )}
        <NotificationForm notification={notification} oneLine={notifications.oneLine} />
      </div>
      <PreviewPane body={notificationBody(template, notification.fill)} views={views} />
    </div>
  );
}
