import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/domain/template.ts';
import { languageName } from '../../../i18n/language-name.ts';
import styles from './template-list.module.css';
import { TemplateStatusPill } from './template-status.tsx';

export interface TemplateRowProps {
  readonly template: Template;
  /** Why it cannot be sent; undefined when it can. */
  readonly reason: string | undefined;
}

/** One template of the list: its name, its text, where it stands, and why it cannot be chosen. */
export function TemplateRow({ template, reason }: TemplateRowProps) {
  const { t, i18n } = useTranslation();
  const { name, language, category, status, body } = template;
  return (
    <span className={styles.row} data-unsendable={reason !== undefined}>
      <span className={styles.top}>
        <span className={styles.name}>{name}</span>
        <TemplateStatusPill status={status} />
      </span>
      <span className={styles.facts}>
        {languageName(language, i18n.language)} · {t(`template.category.${category}`)}
      </span>
      <span className={styles.text} dir="auto">
        {body.text}
      </span>
      {reason !== undefined && <span className={styles.reason}>{reason}</span>}
    </span>
  );
}
