import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';
import styles from './notice.module.css';

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

export interface NoticeProps {
  readonly severity: keyof typeof icons;
  readonly message: string;
  readonly onDismiss?: () => void;
  /** What can be done about it. */
  readonly children?: ReactNode;
  /** What it is about, in a line of its own. */
  readonly below?: ReactNode;
}

/** One sentence the agent should see, with its weight by icon, words and colour. */
export function NoticeBanner({ severity, message, onDismiss, children, below }: NoticeProps) {
  const { t } = useTranslation();
  const Icon = icons[severity];
  return (
    <div className={styles.notice} data-severity={severity} data-wraps={below !== undefined}>
      <Icon aria-hidden="true" />
      <p className={styles.message}>
        <span className="visually-hidden">{t(`notices.severity.${severity}`)}: </span>
        <span dir="auto">{message}</span>
      </p>
      {children}
      {onDismiss && (
        <IconButton label={t('notices.dismiss', { message })} tooltip={t('dialog.close')} onPress={onDismiss}>
          <X />
        </IconButton>
      )}
      {below}
    </div>
  );
}
