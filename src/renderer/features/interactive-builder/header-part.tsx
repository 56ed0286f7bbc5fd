import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileSource } from '#shared/domain/file-source.ts';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { BodyHeader } from '#shared/domain/structured-body.ts';
import type { MediaFormat } from '#shared/domain/template.ts';
import { Select } from '../../components/select.tsx';
import { usePrivilege } from '../../state/hooks.ts';
import { useResponses } from '../../state/library.ts';
import { privileges } from '../../state/privileges.ts';
import { useBuilder } from './builder-context.ts';
import { CountedField } from './counted-field.tsx';
import { type HeaderFormat, headerFiles, headerFormats } from './header.ts';
import styles from './interactive-builder.module.css';

const CHANGE_PRIVILEGE = 'InteractionWorkspace.WhatsApp.canChangeAttachmentsInReplyButton';
const noResponses: readonly StandardResponse[] = [];

interface FileChoiceProps {
  readonly format: MediaFormat;
  readonly file: FileSource | null;
}

/** The library's files that a header of this format can be. */
function FileChoice({ format, file }: FileChoiceProps) {
  const { t } = useTranslation();
  const { change, findingAt } = useBuilder();
  const errorId = useId();
  const files = headerFiles(useResponses().value ?? noResponses, format);
  const chosen = files.find(({ source }) => file?.from === 'library' && isSame(source, file));
  const choose = (id: string) => {
    const next = files.find((one) => one.id === id);
    if (next) change((now) => ({ ...now, header: { format, file: next.source } }));
  };
  const choices = files.map(({ id, source, response }) => ({ value: id, label: `${source.name} · ${response}` }));
  const finding = findingAt('interactive.header');
  return (
    <div className={styles.field} data-field="interactive.header">
      <Select
        label={t('interactive.header.file')}
        value={chosen?.id ?? ''}
        choices={
          chosen ? choices : [{ value: '', label: file?.name ?? t('interactive.header.file.choose') }, ...choices]
        }
        onChange={choose}
        describedBy={errorId}
      />
      <span id={errorId} className={finding === undefined ? styles.hint : styles.error}>
        {finding ?? (files.length === 0 ? t('interactive.header.file.none') : undefined)}
      </span>
    </div>
  );
}

function isSame(a: Extract<FileSource, { from: 'library' }>, b: Extract<FileSource, { from: 'library' }>): boolean {
  return a.responseId === b.responseId && a.name === b.name;
}

/** The file it came with, which only some agents may change. */
function FixedFile({ file }: { readonly file: FileSource }) {
  const { t } = useTranslation();
  return (
    <div className={styles.fixed}>
      <span className={styles.label}>{t('interactive.header')}</span>
      <span dir="auto">{file.from === 'link' && file.name === '' ? file.url : file.name}</span>
      <span className={styles.hint}>{t('interactive.header.fixed', { privilege: CHANGE_PRIVILEGE })}</span>
    </div>
  );
}

/** A line above the text, or a file of the library; a list has a line at most. */
export function HeaderPart({ ownFile }: { readonly ownFile: FileSource | null }) {
  const { t } = useTranslation();
  const { draft, limits, change } = useBuilder();
  const mayChange = usePrivilege(CHANGE_PRIVILEGE);
  const maySendFiles = usePrivilege(privileges.sendFiles);
  const { header } = draft;
  if (ownFile && !mayChange && header && header.format !== 'text') return <FixedFile file={ownFile} />;
  const format = header?.format ?? 'none';
  const formats = headerFormats(draft.type, maySendFiles || (ownFile !== null && mayChange), format);
  const choose = (next: string) => {
    const chosen = formats.find((one) => one === next);
    if (chosen) change((now) => ({ ...now, header: emptyHeader(chosen) }));
  };
  return (
    <div className={styles.header}>
      <span className={styles.label} aria-hidden="true">
        {t('interactive.header')}
      </span>
      <Select
        label={t('interactive.header')}
        value={format}
        choices={formats.map((one) => ({ value: one, label: t(`interactive.header.${one}`) }))}
        onChange={choose}
      />
      {header?.format === 'text' && (
        <CountedField
          field="interactive.header"
          label={t('interactive.header.text')}
          value={header.text}
          max={limits.header}
          onChange={(text) => change((now) => ({ ...now, header: { format: 'text', text } }))}
        />
      )}
      {header && header.format !== 'text' && <FileChoice format={header.format} file={header.file} />}
    </div>
  );
}

function emptyHeader(format: HeaderFormat): BodyHeader | null {
  if (format === 'none') return null;
  return format === 'text' ? { format, text: '' } : { format, file: null };
}
