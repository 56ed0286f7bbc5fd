import { useTranslation } from 'react-i18next';
import type { FormField } from './form-fields.ts';

/** What a field is called: by its parameter, its button, or its kind of file. */
export function useFieldLabel(): (field: FormField) => string {
  const { t } = useTranslation();
  return (field) => {
    if (field.kind === 'file') return t(`notification.file.${field.format}`);
    const { name, button, part } = field;
    if (button) return t(`notification.button.${button.type}`, { title: name });
    // A name says by itself what is meant; a number does not.
    if (part === 'body') return /^\d+$/.test(name) ? t('notification.parameter', { name }) : name;
    return t('notification.parameter.header', { name });
  };
}
