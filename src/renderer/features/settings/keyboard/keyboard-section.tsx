import { useTranslation } from 'react-i18next';
import type { OptionInfo } from '#shared/ipc/option-list.ts';
import { Section } from '../section.tsx';
import { groupShortcuts } from './group-shortcuts.ts';
import { KeyboardRow } from './keyboard-row.tsx';
import styles from './keyboard-section.module.css';

/** The keyboard map: what can be done by keys, and by which. */
export function KeyboardSection({ options }: { readonly options: readonly OptionInfo[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.section.keyboard')} lead={t('keyboard.lead')}>
      {groupShortcuts(options).map(({ group, entries }) => (
        <section key={group} className={styles.group} aria-label={t(`keyboard.group.${group}`)}>
          <h2 className={styles.name}>{t(`keyboard.group.${group}`)}</h2>
          <ul>
            {entries.map(({ id, option }) => (
              <KeyboardRow key={id} id={id} option={option} />
            ))}
          </ul>
        </section>
      ))}
    </Section>
  );
}
