import { CircleAlert, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/domain/template.ts';
import { Button } from '../../components/button.tsx';
import { focusField } from '../../components/focus-field.ts';
import styles from './editor.module.css';
import { useFieldLabel } from './form/use-field-label.ts';
import type { Notification } from './form/use-notification.ts';

export interface SendReasonProps {
  readonly notification: Notification;
  readonly refusal: string | null;
}

/** Why Send is off, in words, with the way to the first field that needs a look; else what was refused. */
export function SendReason({ notification, refusal }: SendReasonProps) {
  const { t } = useTranslation();
  const label = useFieldLabel();
  const { template, state, press } = notification;
  const [first] = state.open;
  /** The sentence about the whole stands above the fields, with what can be done. */
  const whole = ({ status }: Template, block: string | undefined) => {
    if (block === undefined) return t('notification.kept');
    if (status === 'approved') return t('notification.reason.blocked');
    return t('notification.reason.status', { status: t(`template.status.${status}`) });
  };
  const show = () => {
    press();
    if (first) focusField(first.path);
  };
  if (refusal !== null) {
    return (
      <p className={styles.reason} role="alert" data-weight="error">
        <CircleAlert aria-hidden="true" />
        {refusal}
      </p>
    );
  }
  if (!template || state.block !== undefined || !first) {
    return (
      <p className={styles.reason} role="status" data-weight={state.block === undefined ? 'calm' : 'error'}>
        {template ? whole(template, state.block) : t('notification.reason.none')}
      </p>
    );
  }
  const fields = state.open.map(label).join(', ');
  return (
    <div className={styles.reason}>
      <PenLine aria-hidden="true" />
      <p role="status">
        <span className={styles.whole}>{t('notification.reason.open', { count: state.open.length, fields })}</span>
        <span className={styles.short}>{t('templates.open', { count: state.open.length })}</span>
      </p>
      <Button size="small" look="quiet" onPress={show}>
        {t('notification.reason.show')}
      </Button>
    </div>
  );
}

/** While the list stands before what was chosen: the way back to it. */
export function GoOn({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.reason}>
      <Button size="small" look="quiet" aria-label={t('notification.go-on.with', { name })} onPress={onPress}>
        {t('notification.go-on')}
      </Button>
    </div>
  );
}
