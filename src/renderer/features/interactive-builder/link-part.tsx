import { useTranslation } from 'react-i18next';
import { useBuilder } from './builder-context.ts';
import { CountedField } from './counted-field.tsx';
import styles from './interactive-builder.module.css';

/** One button that opens an address. */
export function LinkPart() {
  const { t } = useTranslation();
  const { draft, limits, change } = useBuilder();
  return (
    <fieldset className={styles.part}>
      <legend>{t('interactive.link')}</legend>
      <CountedField
        field="interactive.title"
        label={t('interactive.link-title')}
        value={draft.linkTitle}
        max={limits.link.title}
        onChange={(linkTitle) => change((now) => ({ ...now, linkTitle }))}
      />
      <CountedField
        field="interactive.url"
        label={t('interactive.url')}
        value={draft.url}
        onChange={(url) => change((now) => ({ ...now, url }))}
      />
    </fieldset>
  );
}
