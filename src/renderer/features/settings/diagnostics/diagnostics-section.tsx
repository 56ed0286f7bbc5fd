import {
  CircleAlert,
  CircleCheck,
  Copy,
  FolderCheck,
  FolderX,
  History,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptionList } from '#shared/ipc/option-list.ts';
import { Button } from '../../../components/button.tsx';
import { copyText } from '../../../components/copy-text.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useAnnounce, useDesk } from '../../../state/hooks.ts';
import { Section } from '../section.tsx';
import { bySeverity, diagnosticsText, placeOf } from './diagnostic-text.ts';
import styles from './diagnostics-section.module.css';

const folderIcons: Readonly<Record<OptionList['state'], LucideIcon>> = {
  'in-force': FolderCheck,
  'last-good': History,
  none: FolderX,
};
const severityIcons = { warning: TriangleAlert, error: CircleAlert, fatal: CircleAlert } as const;

/** What is wrong with the administrators' files, and which of them count (OPT-3). */
export function DiagnosticsSection({ list }: { readonly list: OptionList }) {
  const { t } = useTranslation();
  const { diagnostics } = list;
  return (
    <Section
      title={t('settings.section.diagnostics')}
      lead={t('diagnostics.lead')}
      action={diagnostics.length > 0 ? <CopyButton list={list} /> : undefined}
    >
      <Folder list={list} />
      {diagnostics.length === 0 ? (
        <EmptyState
          compact
          icon={<CircleCheck />}
          title={t('diagnostics.fine.title')}
          hint={t('diagnostics.fine.hint')}
        />
      ) : (
        <ul className={styles.findings} aria-label={t('diagnostics.findings')}>
          {bySeverity(diagnostics).map((found, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one place may have two findings of one kind.
            <Finding key={index} found={found} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Whether the files count, and where they are. */
function Folder({ list: { folder, state } }: { readonly list: OptionList }) {
  const { t } = useTranslation();
  const place = useDesk((model) => model.session.place);
  const Icon = folderIcons[state];
  return (
    <div className={styles.folder} data-state={state}>
      <Icon aria-hidden="true" />
      <div className={styles.words}>
        <strong>{t(`diagnostics.state.${state}`)}</strong>
        <p>{t(`diagnostics.state.${state}.hint`)}</p>
        {folder !== '' && (
          <p className={styles.path}>
            {t('diagnostics.folder')}: <code>{folder}</code>
          </p>
        )}
        {place !== '' && (
          <p className={styles.path}>
            {t('about.place')}: {place}
          </p>
        )}
      </div>
    </div>
  );
}

function Finding({ found }: { readonly found: OptionList['diagnostics'][number] }) {
  const { t } = useTranslation();
  const { severity, file, line, column, message, code } = found;
  const Icon = severityIcons[severity];
  return (
    <li className={styles.finding} data-severity={severity}>
      <Icon aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.message} dir="auto">
          <span className={styles.severity}>{t(`diagnostics.severity.${severity}`)}: </span>
          {message}
        </p>
        <p className={styles.place}>
          <span title={line > 0 ? t('diagnostics.place', { file, line, column }) : file}>{placeOf(found)}</span>
          <span>{code}</span>
        </p>
      </div>
    </li>
  );
}

function CopyButton({ list }: { readonly list: OptionList }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const place = useDesk((model) => model.session.place);
  const [copied, setCopied] = useState<'copied' | 'copy-failed' | null>(null);
  const copy = () => {
    const outcome = copyText(diagnosticsText(list, place)) ? 'copied' : 'copy-failed';
    setCopied(outcome);
    announce(t(`diagnostics.${outcome}`));
  };
  return (
    <span className={styles.copy}>
      {copied && <span className={styles.outcome}>{t(`diagnostics.${copied}`)}</span>}
      <Button onPress={copy}>
        <Copy aria-hidden="true" />
        {t('diagnostics.copy')}
      </Button>
    </span>
  );
}
