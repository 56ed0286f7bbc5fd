import { CircleAlert, FileText, Film, Image, type LucideIcon, Music, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachedFile } from '#shared/ipc/unfinished.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { formatLocale } from '../../../i18n/format-locale.ts';
import { fileSize } from '../message/file-size.ts';
import styles from './file-chips.module.css';

const icons: Readonly<Record<string, LucideIcon>> = { image: Image, video: Film, audio: Music };

interface FileChipProps {
  readonly attached: AttachedFile;
  readonly onRemove: () => void;
}

function FileChip({ attached: { name, file }, onRemove }: FileChipProps) {
  const { t, i18n } = useTranslation();
  const Icon = file ? (icons[file.mimeType.split('/')[0] ?? ''] ?? FileText) : CircleAlert;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    onRemove();
  };
  return (
    <li className={styles.chip} data-missing={file === null} onKeyDown={onKeyDown}>
      <Icon aria-hidden="true" />
      <span className={styles.name} dir="auto" title={name}>
        {name}
      </span>
      <span className={styles.size}>
        {file ? fileSize(file.size, formatLocale(i18n.language)) : t('responses.file.missing')}
      </span>
      <IconButton label={t('responses.file.remove', { name })} onPress={onRemove}>
        <X />
      </IconButton>
    </li>
  );
}

export interface FileChipsProps {
  readonly files: readonly AttachedFile[];
  readonly onRemove: (file: AttachedFile) => void;
  /** The last one is gone: the focus goes back to the text. */
  readonly onLeave: () => void;
}

/** The files that leave behind the text, above it, each to be taken away (UI-6). */
export function FileChips({ files, onRemove, onLeave }: FileChipsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  if (files.length === 0) return null;
  const remove = (file: AttachedFile) => {
    const at = files.indexOf(file);
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    // Before it goes: the one that takes its place, else the one before it.
    const next = buttons[at + 1] ?? buttons[at - 1];
    if (next) next.focus();
    onRemove(file);
    if (!next) onLeave();
  };
  return (
    <ul ref={list} className={styles.chips} aria-label={t('responses.files')}>
      {files.map((attached) => (
        <FileChip
          key={`${attached.responseId} ${attached.name}`}
          attached={attached}
          onRemove={() => remove(attached)}
        />
      ))}
    </ul>
  );
}
