import { PenLine } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/domain/template.ts';
import type { MediaTypeViews, NotificationViews } from '#shared/plugin-api/views.ts';
import type { TemplateDraft } from '#shared/protocol/library.ts';
import { notificationBody } from '#shared/rules/structured-body.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { focusField, focusFirstField } from '../../components/focus-field.ts';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { PreviewPane } from '../../components/structured-body/preview-pane.tsx';
import { useAnnounce } from '../../state/hooks.ts';
import { DraftForm } from './draft-form.tsx';
import { asTemplate } from './draft-model.ts';
import styles from './template-dialog.module.css';
import { type DraftWork, useDraft } from './use-draft.ts';

export interface TemplateDialogProps {
  /** What it begins with. */
  readonly start: TemplateDraft;
  /** Of the template that is changed; null for a new one. */
  readonly id: string | null;
  /** Those the channel has. */
  readonly templates: readonly Template[];
  readonly views: MediaTypeViews;
  readonly notifications: NotificationViews;
  readonly onClose: () => void;
}

/** Adds or changes a template beside what the customer will see; what was written is not lost by a slip (WA-4). */
export function TemplateDialog({ start, id, templates, views, notifications, onClose }: TemplateDialogProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const work = useDraft({ start, id, templates, views: notifications });
  const [leaving, setLeaving] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => focusFirstField(fields.current), []);
  const { template, fill } = asTemplate(work.draft);
  const close = () => (work.isChanged ? setLeaving(true) : onClose());
  const stay = () => {
    setLeaving(false);
    focusFirstField(fields.current);
  };
  const save = async () => {
    if (!(await work.save())) return;
    announce(t('templates.handed-in', { name: work.draft.name }));
    onClose();
  };
  return (
    <Dialog
      title={id === null ? t('templates.new') : t('templates.edit.of', { name: start.name })}
      size="large"
      open
      onClose={close}
      actions={
        leaving ? (
          <Leaving onStay={stay} onLeave={onClose} />
        ) : (
          <Foot work={work}>
            <Button onPress={close}>{t('templates.cancel')}</Button>
            <Button look="primary" isDisabled={work.open.length > 0} onPress={() => void save()}>
              {t('templates.hand-in')}
            </Button>
          </Foot>
        )
      }
    >
      <div className={styles.editor}>
        <div className={styles.fields} ref={fields}>
          <DraftForm work={work} languages={notifications.languages} isNew={id === null} />
        </div>
        <PreviewPane body={notificationBody(template, fill)} views={views} />
      </div>
    </Dialog>
  );
}

function Foot({ work, children }: { readonly work: DraftWork; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { open, refusal, press } = work;
  const [first] = open;
  const show = () => {
    press();
    if (first !== undefined) focusField(first);
  };
  return (
    <>
      <div className={styles.reason}>
        {refusal !== null && <FormRefusal message={refusal} />}
        {refusal === null && first !== undefined && (
          <>
            <PenLine aria-hidden="true" />
            <p role="status">{t('templates.open', { count: open.length })}</p>
            <Button size="small" look="quiet" onPress={show}>
              {t('notification.reason.show')}
            </Button>
          </>
        )}
        {refusal === null && first === undefined && <p role="status">{t('templates.ready')}</p>}
      </div>
      {children}
    </>
  );
}

function Leaving({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.reason} role="alert">
        {t('templates.leave')}
      </p>
      <Button autoFocus onPress={onStay}>
        {t('templates.leave.stay')}
      </Button>
      <Button look="danger" onPress={onLeave}>
        {t('templates.leave.discard')}
      </Button>
    </>
  );
}
