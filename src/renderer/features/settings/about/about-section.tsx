import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/mark.tsx';
import { useDesk } from '../../../state/hooks.ts';
import { Section } from '../section.tsx';
import styles from './about-section.module.css';

/** What runs here: program, system, server, agent. */
export function AboutSection() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.section.about')}>
      <div className={styles.card}>
        <div className={styles.head}>
          <Mark />
          <strong>{t('app.name')}</strong>
        </div>
        <Facts />
      </div>
    </Section>
  );
}

function Facts() {
  const { t } = useTranslation();
  const { version, runtime, platform } = useDesk((model) => model.program);
  const server = useDesk((model) => model.connection.serverUrl);
  const agent = useDesk((model) => model.session.agent);
  const place = useDesk((model) => model.session.place);
  const facts = [
    [t('about.version'), version],
    [t('about.runtime'), runtime],
    [t('about.platform'), platform],
    [t('about.server'), server],
    [t('about.agent'), agent ? `${agent.displayName} (${agent.name})` : ''],
    [t('about.place'), place],
  ].filter(([, value]) => value !== '');
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
