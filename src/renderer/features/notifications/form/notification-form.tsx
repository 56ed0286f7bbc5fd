import { Info } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { focusField, isWriting } from '../../../components/focus-field.ts';
import { FileField } from './file-field.tsx';
import styles from './form.module.css';
import { type FormField, textOf, withText } from './form-fields.ts';
import { ParameterField } from './parameter-field.tsx';
import { useFieldLabel } from './use-field-label.ts';
import type { Notification } from './use-notification.ts';

const PARTS = ['header', 'body', 'button'] as const;
const partOf = (field: FormField) => (field.kind === 'file' ? 'header' : field.part);

export interface NotificationFormProps {
  readonly notification: Notification;
  readonly oneLine: (text: string) => string;
}

/** Everything a notification leaves to be filled in, part by part (UI-7). */
export function NotificationForm({ notification, oneLine }: NotificationFormProps) {
  const { t } = useTranslation();
  const { fields, state } = notification;
  const parts = PARTS.map((part) => ({ part, own: fields.filter((field) => partOf(field) === part) }));
  return (
    <div className={styles.form}>
      {fields.length === 0 && <p className={styles.nothing}>{t('notification.nothing')}</p>}
      {parts
        .filter(({ own }) => own.length > 0)
        .map(({ part, own }) => (
          <section key={part} className={styles.part}>
            <h3 className={styles.heading}>{t(`notification.part.${part}`)}</h3>
            {own.map((field) => (
              <OneField key={field.path} field={field} notification={notification} oneLine={oneLine} />
            ))}
          </section>
        ))}
      {state.warnings.map((sentence) => (
        <p key={sentence} className={styles.warning}>
          <Info aria-hidden="true" />
          {sentence}
        </p>
      ))}
    </div>
  );
}

function OneField({ field, notification, oneLine }: NotificationFormProps & { readonly field: FormField }) {
  const { fill, state, hasOwnFile, change, touch } = notification;
  const label = useFieldLabel()(field);
  useFocusKept(field, fill.file?.from === 'library');
  const shared = { label, error: state.errors[field.path], onLeave: () => touch(field.path) };
  if (field.kind === 'file') {
    return (
      <FileField
        {...shared}
        field={field}
        file={fill.file}
        isOwn={hasOwnFile && fill.file !== null}
        onChange={(file) => change({ ...fill, file })}
      />
    );
  }
  return (
    <ParameterField
      {...shared}
      field={field}
      value={textOf(fill, field)}
      oneLine={oneLine}
      onChange={(text) => change(withText(fill, field, text))}
    />
  );
}

/** What a file was chosen with, or taken away with, is gone then, and the focus with it. */
function useFocusKept({ kind, path }: FormField, isChosen: boolean): void {
  const before = useRef(isChosen);
  useEffect(() => {
    if (kind !== 'file' || before.current === isChosen) return;
    before.current = isChosen;
    // The choice gives the focus back to where it came from as it closes, and what is no more does not take it. Who
    // writes already, since another template was chosen, goes on.
    const timer = setTimeout(() => isWriting() || focusField(path), 50);
    return () => clearTimeout(timer);
  }, [kind, path, isChosen]);
}
