import { Trans, useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePluginText } from '../../plugins/use-plugin-text.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk } from '../../state/hooks.ts';
import styles from './top-bar.module.css';

/** Up to this many are drawn as little bars; more are only said. */
const DRAWN = 10;

/** How much the agent has in hand and may have: "WhatsApp 3 of 5". */
export function Capacity() {
  const { t } = useTranslation();
  const medium = useMediumName();
  const capacity = useDesk((model) => model.session.status?.capacity ?? null);
  if (!capacity) return null;
  const { used, allowed } = capacity;
  return (
    <span className={styles.capacity} title={t('top.capacity.label', { medium, used, allowed })}>
      <span>
        <span className={styles.medium}>{medium} </span>
        <Trans i18nKey="top.capacity" values={{ used, allowed }} components={{ strong: <strong /> }} />
      </span>
      {allowed > 0 && allowed <= DRAWN && (
        <span className={styles.slots} aria-hidden="true">
          {Array.from({ length: allowed }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place, nothing else.
            <i key={index} data-used={index < used} />
          ))}
        </span>
      )}
    </span>
  );
}

/** The medium's name while there is only one; the capacity counts all of them. */
function useMediumName(): string {
  const { t } = useTranslation();
  const translate = usePluginText();
  const only = useStore(useServices().plugins.store, ({ mediaTypes }) =>
    mediaTypes.size === 1 ? [...mediaTypes.values()][0]?.displayName : undefined,
  );
  return only === undefined ? t('top.capacity.all') : translate(only);
}
