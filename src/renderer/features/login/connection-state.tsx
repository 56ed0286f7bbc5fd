import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useClient, useDesk, useLocalTime } from '../../state/hooks.ts';
import styles from './login-page.module.css';

/** Says when the server is not there, why, and what happens next; nothing while all is well. */
export function ConnectionState() {
  const { t } = useTranslation();
  const client = useClient();
  const { state, error, retryAt, serverUrl } = useDesk((model) => model.connection);
  const seconds = useLocalTime((now) => (retryAt === null ? 0 : Math.ceil((retryAt - now) / 1000)));
  if (state === 'connecting') {
    return (
      <div className={styles.state} role="status">
        <Spinner />
        <div>{t('login.connection.connecting', { server: serverUrl })}</div>
      </div>
    );
  }
  if (state !== 'offline' && state !== 'reconnecting') return null;
  return (
    <div className={styles.state} data-look="offline" role="alert">
      <CloudOff aria-hidden="true" />
      <div>
        <strong>{t('login.connection.offline')}</strong>
        {error && <p>{error.message}</p>}
        {seconds > 0 && <p aria-live="off">{t('login.connection.retry-in', { count: seconds })}</p>}
      </div>
      <Button size="small" onPress={() => void client.ask('connection.retry', {})}>
        {t('login.connection.retry')}
      </Button>
    </div>
  );
}
