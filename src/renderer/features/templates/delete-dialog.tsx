import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/domain/template.ts';
import type { NotificationViews } from '#shared/plugin-api/views.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { languageName } from '../../i18n/language-name.ts';
import { useServices } from '../../state/desk-context.tsx';
import { refusalWords } from '../notifications/index.ts';

export interface DeleteDialogProps {
  readonly template: Template;
  /** What takes its place in the list. */
  readonly next: Template | undefined;
  readonly views: NotificationViews;
  /** With the id of what took its place. */
  readonly onDeleted: (next: string | undefined) => void;
  readonly onClose: () => void;
}

/** Asks before a template is gone at the provider. */
export function DeleteDialog({ template, next, views, onDeleted, onClose }: DeleteDialogProps) {
  const { t, i18n } = useTranslation();
  const { library } = useServices();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { channel, id, name, language } = template;
  const remove = async () => {
    // The button stays on: the focus would fall off one that is off.
    if (busy) return;
    setBusy(true);
    const answer = await library.requestTemplates('template.delete', { channel, id });
    setBusy(false);
    if (answer.ok) return onDeleted(next?.id);
    setRefusal(refusalWords(answer.error, views));
  };
  return (
    <Dialog
      title={t('templates.delete.title', { name })}
      role="alertdialog"
      open
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('templates.cancel')}
          </Button>
          <Button look="danger" onPress={() => void remove()}>
            {t('templates.delete')}
          </Button>
        </>
      }
    >
      <p>{t('templates.delete.question', { language: languageName(language, i18n.language) })}</p>
      {refusal !== null && <FormRefusal message={refusal} />}
    </Dialog>
  );
}
