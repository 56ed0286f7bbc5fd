import { useTranslation } from 'react-i18next';
import type { PluginView } from '#shared/ipc/view.ts';
import { Mark } from '../../components/mark.tsx';
import { Pill } from '../../components/pill.tsx';
import { useDesk } from '../../state/hooks.ts';
import styles from './about-page.module.css';

/** What runs here: program, server, plug-ins with their state and why one does not run (PLG-3). */
export function AboutPage() {
  const { t } = useTranslation();
  const plugins = useDesk((model) => model.plugins);
  return (
    <main className={styles.page} aria-labelledby="about-title">
      <div className={styles.column}>
        <header className={styles.head}>
          <Mark />
          <h1 id="about-title">{t('about.title')}</h1>
        </header>
        <Facts />
        <h2 id="about-plugins">{t('about.plugins')}</h2>
        <p className={styles.lead}>{t('about.plugins.lead')}</p>
        {plugins.length === 0 ? (
          <p>{t('about.plugins.none')}</p>
        ) : (
          <ul className={styles.plugins} aria-labelledby="about-plugins">
            {plugins.map((plugin) => (
              <PluginEntry key={plugin.id} plugin={plugin} />
            ))}
          </ul>
        )}
      </div>
    </main>
  );
}

function Facts() {
  const { t } = useTranslation();
  const { version, runtime, platform } = useDesk((model) => model.program);
  const server = useDesk((model) => model.connection.serverUrl);
  const agent = useDesk((model) => model.session.agent);
  const facts = [
    [t('about.version'), version],
    [t('about.runtime'), runtime],
    [t('about.platform'), platform],
    [t('about.server'), server],
    [t('about.agent'), agent ? `${agent.displayName} (${agent.name})` : ''],
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

function look(state: PluginView['state']): 'ok' | 'danger' | 'warn' | 'neutral' {
  if (state === 'running') return 'ok';
  if (state === 'failed') return 'danger';
  return state === 'starting' || state === 'stopping' ? 'warn' : 'neutral';
}

function PluginEntry({ plugin }: { readonly plugin: PluginView }) {
  const { t } = useTranslation();
  const { displayName, id, version, state, reasons, startedIn } = plugin;
  const started =
    state === 'running' && startedIn !== null ? t('about.plugins.started-in', { count: Math.round(startedIn) }) : '';
  return (
    <li className={styles.plugin}>
      <div className={styles.title}>
        <h3>{displayName}</h3>
        <Pill look={look(state)}>{t(`about.state.${state}`)}</Pill>
      </div>
      <p className={styles.detail}>
        {[id, t('about.plugins.version', { version }), started].filter((text) => text !== '').join(' · ')}
      </p>
      {reasons.length > 0 && (
        <div className={styles.reasons}>
          <p>{t('about.plugins.reasons')}</p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}
