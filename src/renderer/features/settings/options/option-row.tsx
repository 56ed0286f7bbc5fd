import { ChevronRight, Lock, RotateCcw } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptionInfo } from '#shared/ipc/option-list.ts';
import { MAIN_SECTION } from '#shared/options/metadata.ts';
import { InlineCode } from '../../../components/inline-code.tsx';
import { Pill } from '../../../components/pill.tsx';
import { ValueEditor } from './editors/value-editor.tsx';
import { isMine } from './filter-options.ts';
import styles from './option-row.module.css';
import { OptionValue } from './option-value.tsx';
import { useOptionEditor } from './use-option-editor.ts';
import { useOptionWords } from './use-option-words.ts';
import { Why } from './why.tsx';

/** One option: name, what it does, value, who gave it, and when a change counts. Drawn again only when it changes. */
export const OptionRow = memo(function OptionRow({ option }: { readonly option: OptionInfo }) {
  const [open, setOpen] = useState(false);
  const whyId = useId();
  return (
    <li className={styles.row} data-waiting={option.untilRestart !== null}>
      <div className={styles.about}>
        <div className={styles.head}>
          <span className={styles.name}>{option.name}</span>
          <Badges option={option} />
        </div>
        <p className={styles.description}>
          <InlineCode text={option.description} />
        </p>
        <Facts option={option} whyId={whyId} open={open} onToggle={() => setOpen(!open)} />
      </div>
      <div className={styles.value}>
        {isMine(option) ? <Editable option={option} /> : <OptionValue text={option.value.text} type={option.type} />}
        <UntilRestart option={option} />
      </div>
      {open && <Why option={option} id={whyId} />}
    </li>
  );
});

function Badges({ option }: { readonly option: OptionInfo }) {
  const { t } = useTranslation();
  const { final, planned, overridable } = option;
  return (
    <>
      {final && (
        <span title={t('options.badge.final.hint')}>
          <Pill>
            <Lock aria-hidden="true" />
            {t('options.badge.final')}
          </Pill>
        </span>
      )}
      {overridable && (
        <span title={t('options.badge.overridable.hint')}>
          <Pill look="info">{t('options.badge.overridable')}</Pill>
        </span>
      )}
      {planned && (
        <span title={t('options.badge.planned.hint')}>
          <Pill>{t('options.badge.planned')}</Pill>
        </span>
      )}
    </>
  );
}

interface FactsProps {
  readonly option: OptionInfo;
  readonly whyId: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Facts({ option, whyId, open, onToggle }: FactsProps) {
  const { t } = useTranslation();
  const words = useOptionWords();
  return (
    <p className={styles.facts}>
      <span className={styles.source} data-layer={option.value.layer}>
        {words.source(option.value)}
      </span>
      <span>{words.takesEffect(option)}</span>
      {option.section !== MAIN_SECTION && <span>{t('options.section', { section: option.section })}</span>}
      <button
        type="button"
        className={styles.why}
        aria-expanded={open}
        aria-controls={open ? whyId : undefined}
        aria-label={t('options.of', { action: t('options.why'), name: option.name })}
        onClick={onToggle}
      >
        <ChevronRight aria-hidden="true" />
        {t('options.why')}
      </button>
    </p>
  );
}

function Editable({ option }: { readonly option: OptionInfo }) {
  const { t } = useTranslation();
  const words = useOptionWords();
  const editor = useOptionEditor(option.name);
  const noteId = useId();
  const own = option.value.layer === 'preferences';
  const back = t(option.overrode.at(-1)?.layer === 'default' ? 'options.reset.default' : 'options.reset');
  const range = words.range(option.type);
  return (
    <>
      <div ref={editor.field}>
        <ValueEditor option={option} editor={editor} describedBy={noteId} />
      </div>
      <div id={noteId} role={editor.refusal === '' ? undefined : 'alert'}>
        {editor.refusal !== '' && <p className={styles.refusal}>{editor.refusal}</p>}
        {editor.refusal === '' && range !== undefined && <p className={styles.note}>{range}</p>}
      </div>
      {own && (
        <button
          type="button"
          className={styles.back}
          disabled={editor.busy}
          aria-label={t('options.of', { action: back, name: option.name })}
          onClick={() => void editor.reset()}
        >
          <RotateCcw aria-hidden="true" />
          {back}
        </button>
      )}
    </>
  );
}

/** What counts until the restart, beside what will count after it. */
function UntilRestart({ option: { untilRestart, type } }: { readonly option: OptionInfo }) {
  const { t } = useTranslation();
  if (untilRestart === null) return null;
  return (
    <p className={styles.until}>
      <span>{t('options.until-restart')}</span>
      <OptionValue text={untilRestart} type={type} />
    </p>
  );
}
