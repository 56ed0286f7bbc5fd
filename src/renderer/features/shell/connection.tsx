import { RefreshCw, Wifi, WifiOff, WifiSync } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ConnectionView } from '#shared/ipc/view.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { useClient, useDesk, useLocalTime } from '../../state/hooks.ts';
import styles from './connection.module.css';

const icons = {
  connected: Wifi,
  connecting: WifiSync,
  reconnecting: WifiSync,
  offline: WifiOff,
  'signed-out': WifiOff,
} as const satisfies Readonly<Record<ConnectionView['state'], unknown>>;

/** The state of the connection; pressing it says what it means, what waits, and tries again. */
export function Connection() {
  const { t } = useTranslation();
  const connection = useDesk((model) => model.connection);
  const text = useConnectionText(connection);
  const Icon = icons[connection.state];
  return (
    <DialogTrigger>
      <AriaButton
        className={styles.button ?? ''}
        data-state={connection.state}
        aria-label={t('connection.label', { state: text })}
      >
        <Icon aria-hidden="true" />
        <span className={styles.text}>{text}</span>
        {connection.queuedSends > 0 && (
          <span aria-hidden="true">
            <Badge count={connection.queuedSends} label="" />
          </span>
        )}
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('connection.label', { state: text })}>
          <Details connection={connection} text={text} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The state in words, with the seconds to the next attempt. */
function useConnectionText({ state, retryAt }: ConnectionView): string {
  const { t } = useTranslation();
  const seconds = useLocalTime((now) => (retryAt === null ? 0 : Math.ceil((retryAt - now) / 1000)));
  return state === 'reconnecting' && seconds > 0
    ? t('connection.reconnecting.in', { count: seconds })
    : t(`connection.${state}`);
}

function Details({ connection, text }: { readonly connection: ConnectionView; readonly text: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const { state, error, queuedSends, serverUrl } = connection;
  return (
    <>
      <h3>{text}</h3>
      <p className={styles.hint}>{t(state === 'connected' ? 'connection.fine' : 'connection.away')}</p>
      {error && <p className={styles.error}>{error.message}</p>}
      {queuedSends > 0 && (
        <div>
          <p className={styles.queued}>{t('connection.queued', { count: queuedSends })}</p>
          <p className={styles.hint}>{t('connection.queued.hint')}</p>
        </div>
      )}
      {serverUrl !== '' && (
        <dl className={styles.facts}>
          <dt>{t('connection.server')}</dt>
          <dd>{serverUrl}</dd>
        </dl>
      )}
      {state !== 'connected' && (
        <Button look="primary" onPress={() => void client.ask('connection.retry', {})}>
          <RefreshCw size={16} aria-hidden="true" />
          {t('connection.retry')}
        </Button>
      )}
    </>
  );
}
