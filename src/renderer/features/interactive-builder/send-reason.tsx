import { CircleAlert, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContentFinding } from '#shared/plugin-api/views.ts';
import type { Refusal } from '#shared/result.ts';
import { Button } from '../../components/button.tsx';
import type { Draft } from './draft.ts';
import { fieldName } from './field-place.ts';
import styles from './interactive-builder.module.css';

export interface SendReasonProps {
  readonly draft: Draft;
  readonly whole: readonly ContentFinding[];
  readonly findings: readonly ContentFinding[];
  /** Why the last attempt was refused. */
  readonly refusal: Refusal | null;
  readonly onShow: (field: string, control: string) => void;
}

/** Why Send is off, in words, with the way to the field that needs a look; else what was refused. */
export function SendReason({ draft, whole, findings, refusal, onShow }: SendReasonProps) {
  const { t } = useTranslation();
  const [first] = findings;
  if (refusal || whole.length > 0) {
    return (
      <p className={styles.reason} role="alert" data-weight="error">
        <CircleAlert aria-hidden="true" />
        <span>{refusal?.message ?? t('interactive.reason.above')}</span>
      </p>
    );
  }
  if (!first) return <p className={styles.reason}>{t('interactive.kept')}</p>;
  return (
    <div className={styles.reason}>
      <PenLine aria-hidden="true" />
      <p role="status">
        {t('interactive.reason', { field: fieldName(t, draft, first.field), reason: first.sentence })}
      </p>
      <Button size="small" look="quiet" onPress={() => onShow(first.field, 'text')}>
        {t('notification.reason.show')}
      </Button>
    </div>
  );
}
