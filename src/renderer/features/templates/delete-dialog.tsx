import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/domain/template.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { languageName } from '../../i18n/language-name.ts';
import { useServices } from '../../state/desk-context.tsx';

/** Asks before a template is gone at the provider. */
export function DeleteDialog({ template, onClose }: { readonly template: Template; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { library } = useServices();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { channel, id, name, language } = template;
  const remove = async () => {
    setBusy(true);
    const answer = await library.requestTemplates('template.delete', { channel, id });
    setBusy(false);
    if (answer.ok) return onClose();
    setRefusal(answer.error.message);
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
          <Button look="danger" isDisabled={busy} onPress={() => void remove()}>
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
