import { CircleDashed, FileText, Image, type LucideIcon, Video } from 'lucide-react';
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

/** Pictures and videos have the shape they have on a phone; nothing is fetched to show them. */
function FileCard({ format, file }: FileCardProps) {
  const { t } = useTranslation();
  const Icon = file ? icons[format] : CircleDashed;
  const type = t(`kind.${format}`);
  return (
    <div className={styles.file} data-part="header" data-format={format} data-missing={file === null}>
      <span className={styles.fileIcon} aria-hidden="true">
        <Icon />
      </span>
      <span className={styles.fileWords}>
        <span className={styles.fileName} dir="auto">
          {file ? nameOf(file) : t('structured.file.missing')}
        </span>
        <span className={styles.fileType}>{type}</span>
      </span>
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
