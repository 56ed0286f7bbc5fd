import { useTranslation } from 'react-i18next';
import type { OptionType } from '#shared/options/option-types.ts';
import { ChordKeys } from '../../../shortcuts/chord-keys.tsx';
import styles from './option-value.module.css';
import { useOptionWords } from './use-option-words.ts';

export interface OptionValueProps {
  readonly text: string;
  readonly type: OptionType;
  /** All of it, however long; otherwise a few lines. */
  readonly whole?: boolean;
}

/** A value as the files hold it, with what it counts. */
export function OptionValue({ text, type, whole = false }: OptionValueProps) {
  const { t } = useTranslation();
  const unit = useOptionWords().unit(type);
  if (text === '') return <span className={styles.empty}>{t('options.empty')}</span>;
  if (type.kind === 'key-chord') return <ChordKeys chord={text} />;
  return (
    <span className={styles.value} data-whole={whole}>
      {type.kind === 'colour' && <Swatch colour={text} />}
      <bdi className={styles.text} title={whole ? undefined : text}>
        {text}
      </bdi>
      {unit !== undefined && <span className={styles.unit}>{unit}</span>}
    </span>
  );
}

function Swatch({ colour }: { readonly colour: string }) {
  return (
    <svg viewBox="0 0 16 16" className={styles.swatch} aria-hidden="true">
      <rect width="16" height="16" fill={colour} />
    </svg>
  );
}
