import { Puzzle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PluginView } from '#shared/ipc/view.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Pill } from '../../../components/pill.tsx';
import { useDesk } from '../../../state/hooks.ts';
import { Section } from '../section.tsx';
import styles from './plugins-section.module.css';

/** The plug-ins with their state, and why one does not run (PLG-3). */
export function PluginsSection() {
  const { t } = useTranslation();
  const plugins = useDesk((model) => model.plugins);
  return (
    <Section title={t('settings.section.plugins')} lead={t('about.plugins.lead')}>
      {plugins.length === 0 ? (
        <EmptyState compact icon={<Puzzle />} title={t('about.plugins.none')} hint={t('about.plugins.none.hint')} />
      ) : (
        <ul className={styles.plugins} aria-label={t('settings.section.plugins')}>
          {plugins.map((plugin) => (
            <PluginEntry key={plugin.id} plugin={plugin} />
          ))}
        </ul>
      )}
    </Section>
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
        <h2>{displayName}</h2>
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
