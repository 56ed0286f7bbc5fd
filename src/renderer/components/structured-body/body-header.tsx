import { CircleDashed, FileText, Image, type LucideIcon, Video } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileSource } from '#shared/domain/file-source.ts';
import type { BodyHeader } from '#shared/domain/structured-body.ts';
import type { MediaFormat } from '#shared/domain/template.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './structured-body.module.css';

const icons: Readonly<Record<MediaFormat, LucideIcon>> = { image: Image, video: Video, document: FileText };

/** A file's name; for one that is fetched from an address without a name, that address. */
function nameOf(file: FileSource): string {
  return file.from === 'link' && file.name.trim() === '' ? file.url : file.name;
}

interface FileCardProps {
  readonly format: MediaFormat;
  readonly file: FileSource | null;
}

function FileWords({ format, file }: FileCardProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.fileWords}>
      <span className={styles.fileName} dir="auto">
        {file ? nameOf(file) : t('structured.file.missing')}
      </span>
      <span className={styles.fileType}>{t(`kind.${format}`)}</span>
    </span>
  );
}

/** A picture of the standard responses, as main has it; nothing is fetched from elsewhere to show it. */
function Picture({ name, onFail }: { readonly name: string; readonly onFail: () => void }) {
  return (
    <img
      className={styles.picture}
      src={`/library/${encodeURIComponent(name)}`}
      alt={name}
      title={name}
      onError={onFail}
    />
  );
}

/** Pictures and videos have the shape they have on a phone; what cannot be shown is told by its name. */
function FileCard({ format, file }: FileCardProps) {
  const [failed, setFailed] = useState<string>();
  const Icon = file ? icons[format] : CircleDashed;
  const picture = format === 'image' && file?.from === 'library' && file.name !== failed ? file.name : undefined;
  return (
    <div className={styles.file} data-part="header" data-format={format} data-missing={file === null}>
      {picture === undefined ? (
        <>
          <span className={styles.fileIcon} aria-hidden="true">
            <Icon />
          </span>
          <FileWords format={format} file={file} />
        </>
      ) : (
        <Picture name={picture} onFail={() => setFailed(picture)} />
      )}
    </div>
  );
}

/** What stands above the text: a line in bold, or a file. */
export function BodyHeaderView({ header }: { readonly header: BodyHeader }) {
  if (header.format !== 'text') return <FileCard format={header.format} file={header.file} />;
  return (
    <div className={styles.header} data-part="header" dir="auto">
      <MarkedText text={header.text} />
    </div>
  );
}
