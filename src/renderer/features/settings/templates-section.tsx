import { useTranslation } from 'react-i18next';
import { TemplatesAdministration } from '../templates/index.ts';
import { Section } from './section.tsx';

/** Templates of notifications, for administrators (WA-4). */
export function TemplatesSection() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.section.templates')} lead={t('templates.lead')}>
      <TemplatesAdministration />
    </Section>
  );
}
