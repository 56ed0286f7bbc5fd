import { useTranslation } from 'react-i18next';
import type { OptionInfo, SourcedText } from '#shared/ipc/option-list.ts';
import { Pill } from '../../../components/pill.tsx';
import { OptionValue } from './option-value.tsx';
import { useOptionWords } from './use-option-words.ts';
import styles from './why.module.css';

/** What an option was given by whom, the newest on top: the first counts, each overrides those below it (OPT-2). */
export function Why({ option, id }: { readonly option: OptionInfo; readonly id: string }) {
  const { t } = useTranslation();
  const chain = [option.value, ...option.overrode.toReversed()];
  return (
    <div className={styles.why} id={id}>
      <ol className={styles.chain} aria-label={t('options.why.of', { name: option.name })}>
        {chain.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be alike, such as two groups of one file.
          <Step key={index} option={option} value={value} inForce={index === 0} />
        ))}
      </ol>
      {option.final && <p className={styles.final}>{t('options.why.final')}</p>}
    </div>
  );
}

interface StepProps {
  readonly option: OptionInfo;
  readonly value: SourcedText;
  readonly inForce: boolean;
}

function Step({ option, value, inForce }: StepProps) {
  const { t } = useTranslation();
  const words = useOptionWords();
  return (
    <li className={styles.step} data-in-force={inForce}>
      <span className={styles.layer}>
        <span className={styles.name}>{words.layer(value)}</span>
        {inForce && <Pill look="accent">{t('options.why.in-force')}</Pill>}
      </span>
      <span className={styles.value}>
        <OptionValue text={value.text} type={option.type} whole />
      </span>
      {value.file !== '' && (
        <span className={styles.place}>{t('options.source.file', { file: value.file, line: value.line })}</span>
      )}
    </li>
  );
}
