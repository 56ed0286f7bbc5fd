import { Lock, TriangleAlert, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TextSize } from '#shared/plugin-api/views.ts';
import { ChordKeys } from '../../../shortcuts/chord-keys.tsx';
import styles from './composer.module.css';
import type { Hindrance } from './send-state.ts';

export interface ComposerFootProps {
  readonly id: string;
  readonly hindrance: Hindrance | undefined;
  /** What the medium says against it. */
  readonly finding: string | undefined;
  readonly count: { readonly left: number } | undefined;
  readonly size: TextSize;
  readonly connected: boolean;
  /** The keys that send, as option `composer.send-key` has them. */
  readonly sendKey: string;
}

function Keys({ sendKey }: Pick<ComposerFootProps, 'sendKey'>) {
  const { t } = useTranslation();
  return (
    <span className={styles.keys}>
      <ChordKeys chord={sendKey} /> {t('conversation.composer.enter')}
      <span className={styles.newLine}>
        <ChordKeys chord={sendKey === 'Enter' ? 'Shift+Enter' : 'Enter'} /> {t('conversation.composer.shift-enter')}
      </span>
    </span>
  );
}

function Count({ size, left }: { readonly size: TextSize; readonly left: number }) {
  const { t, i18n } = useTranslation();
  const number = (value: number): string => new Intl.NumberFormat(i18n.language).format(value);
  const over = left < 0;
  return (
    <span className={styles.count} data-over={over} role="status">
      {over && <TriangleAlert aria-hidden="true" />}
      {t('conversation.composer.count', { used: number(size.used), limit: number(size.limit) })}
      {over && ` · ${t('conversation.composer.over', { count: -left, over: number(-left) })}`}
    </span>
  );
}

/** Under the text: why it cannot be sent, how long it is, or which key sends it. */
export function ComposerFoot({ id, hindrance, finding, count, size, connected, sendKey }: ComposerFootProps) {
  const { t } = useTranslation();
  const reason = hindrance === 'empty' || hindrance === 'too-long' ? undefined : hindrance;
  return (
    <div id={id} className={styles.foot}>
      {reason !== undefined && (
        <span className={styles.reason} data-hindrance={reason}>
          <Lock aria-hidden="true" />
          {reason === 'content' ? finding : t(`conversation.hindrance.${reason}`)}
        </span>
      )}
      {reason === undefined && !connected && (
        <span className={styles.reason} data-hindrance="offline">
          <WifiOff aria-hidden="true" />
          {t('conversation.composer.offline')}
        </span>
      )}
      {count && <Count size={size} left={count.left} />}
      {reason === undefined && connected && !count && <Keys sendKey={sendKey} />}
    </div>
  );
}
