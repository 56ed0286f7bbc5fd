import { FileText, Image, Video, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FileSource } from '#shared/domain/file-source.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { Select } from '../../../components/select.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { usePrivilege } from '../../../state/hooks.ts';
import { useResponses } from '../../../state/library.ts';
import styles from './form.module.css';
import { type FileFormField, linkedFile } from './form-fields.ts';
import { libraryFiles } from './library-files.ts';

const CHANGE_PRIVILEGE = 'InteractionWorkspace.WhatsApp.canChangeAttachmentsInNotification';
const icons = { image: Image, video: Video, document: FileText } as const;

export interface FileFieldProps {
  readonly field: FileFormField;
  readonly label: string;
  readonly file: FileSource | null;
  /** It came with the notification: changing it needs a privilege. */
  readonly isOwn: boolean;
  readonly error: string | undefined;
  readonly onChange: (file: FileSource | null) => void;
  readonly onLeave: () => void;
}

/** The header's file: one of the library, or one WhatsApp fetches from an address. */
export function FileField({ field, label, file, isOwn, error, onChange, onLeave }: FileFieldProps) {
  const mayChange = usePrivilege(CHANGE_PRIVILEGE);
  const fixed = isOwn && !mayChange;
  const isChosen = file !== null && (file.from === 'library' || fixed);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the fields beside it are.
    <div className={styles.file} role="group" aria-label={label} data-path={field.path}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {isChosen ? (
        <Chosen field={field} file={file} fixed={fixed} onRemove={() => onChange(null)} />
      ) : (
        <Choice field={field} file={file} error={error} onChange={onChange} onLeave={onLeave} />
      )}
      {error !== undefined && isChosen && <span className={styles.error}>{error}</span>}
    </div>
  );
}

interface ChosenProps {
  readonly field: FileFormField;
  readonly file: FileSource;
  readonly fixed: boolean;
  readonly onRemove: () => void;
}

function Chosen({ field, file, fixed, onRemove }: ChosenProps) {
  const { t } = useTranslation();
  const Icon = icons[field.format];
  const name = file.name === '' && file.from === 'link' ? file.url : file.name;
  return (
    <>
      <span className={styles.chosen}>
        <Icon aria-hidden="true" />
        <span className={styles.fileName} dir="auto">
          {name}
        </span>
        {!fixed && (
          <IconButton label={t('notification.file.remove', { name })} onPress={onRemove}>
            <X />
          </IconButton>
        )}
      </span>
      {fixed && <span className={styles.hint}>{t('notification.file.fixed', { privilege: CHANGE_PRIVILEGE })}</span>}
    </>
  );
}

type ChoiceProps = Pick<FileFieldProps, 'field' | 'file' | 'error' | 'onChange' | 'onLeave'>;

function Choice({ field, file, error, onChange, onLeave }: ChoiceProps) {
  const { t } = useTranslation();
  const files = libraryFiles(useResponses().value ?? [], field.format);
  const url = file?.from === 'link' ? file.url : '';
  const choices = files.map(({ id, file: { name }, response }) => ({ value: id, label: `${name} · ${response}` }));
  const choose = (id: string) => {
    const chosen = files.find((one) => one.id === id);
    if (chosen) onChange(chosen.file);
  };
  return (
    <div className={styles.choice}>
      {choices.length > 0 && url === '' && (
        <Select
          label={t('notification.file.library')}
          value=""
          choices={[{ value: '', label: t('notification.file.library.choose') }, ...choices]}
          onChange={choose}
        />
      )}
      <TextEntry
        label={t(choices.length > 0 ? 'notification.file.link' : 'notification.file.link.alone')}
        hint={t('notification.file.link.hint')}
        type="url"
        placeholder="https://"
        value={url}
        error={error}
        onChange={(text) => onChange(linkedFile(text))}
        onLeave={onLeave}
      />
    </div>
  );
}
