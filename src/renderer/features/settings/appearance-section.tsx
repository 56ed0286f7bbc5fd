import { useTranslation } from 'react-i18next';
import { AppearanceChoices } from '../appearance/index.ts';
import { Section } from './section.tsx';

/** Theme, text size and language. */
export function AppearanceSection() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.section.appearance')}>
      <AppearanceChoices />
    </Section>
  );
}
