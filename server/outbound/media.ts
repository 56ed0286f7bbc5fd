import type { FileSource } from '#shared/domain/file-source.ts';
import type { MessageError } from '#shared/domain/message.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { MediaHandle, UploadFile } from '../drivers/driver.ts';
import type { Unit } from '../engine/unit.ts';
import type { FindLibraryFile, LibraryFile } from '../library/library-files.ts';
import type { MediaKey } from '../storage/tables/media-ids.ts';
import type { OutboundEntry } from '../storage/tables/outbound.ts';

/** A file that the provider has to be given before the message can leave. */
export interface Upload {
  readonly key: MediaKey;
  readonly from: string | null;
  readonly file: UploadFile;
}

export type MediaStep =
  | { readonly step: 'ready'; readonly media?: MediaHandle }
  | { readonly step: 'upload'; readonly upload: Upload }
  | { readonly step: 'missing'; readonly error: MessageError };

const DAY = 24 * 3_600_000;
/** The provider keeps uploaded files for 30 days (section 8); a day less, so that none expires on its way. */
const KEPT = 29 * DAY;
/** An id that is refused though it is younger than this is not the reason of the refusal. */
const FRESH = 10 * 60_000;

/** The file a message takes along; undefined for one without. */
export function fileOf(content: OutboundContent): FileSource | undefined {
  switch (content.kind) {
    case 'file':
      return content.file;
    case 'template':
      return content.fill.file ?? undefined;
    case 'interactive': {
      const { header } = content.interactive;
      return header && header.format !== 'text' ? header.file : undefined;
    }
    default:
      return undefined;
  }
}

/** How the provider is told of the message's file: by its address, by the id of an earlier upload, or after one (WA-6). */
export async function mediaOf(
  unit: Unit,
  { channel, content }: OutboundEntry,
  from: string | null,
  files: FindLibraryFile,
): Promise<MediaStep> {
  const source = fileOf(content);
  if (!source) return { step: 'ready' };
  const { name } = source;
  if (source.from === 'link') return { step: 'ready', media: { handle: { link: source.url }, fileName: name } };
  const found = await files(name);
  if (!found) {
    const title = `The file ${name} is not in the library any more. Choose another one, or tell your administrator.`;
    return { step: 'missing', error: { code: 'file-missing', title } };
  }
  const key = keyOf(channel, from, name, found);
  const known = await unit.tables.mediaIds.get(key);
  if (known && unit.now - known.uploadedAt < KEPT) {
    return { step: 'ready', media: { handle: { id: known.id }, fileName: name } };
  }
  return { step: 'upload', upload: { key, from, file: { path: found.path, name, mimeType: found.mimeType } } };
}

/** A file that was written anew is another one. */
function keyOf(channel: string, from: string | null, name: string, { size, modifiedAt }: LibraryFile): MediaKey {
  return { channel, number: from ?? '', file: JSON.stringify([name, size, modifiedAt]) };
}

/** Keeps the id of an upload, and clears away those of which the provider has nothing any more. */
export async function noteUpload(unit: Unit, { key }: Upload, id: string): Promise<void> {
  await unit.tables.mediaIds.put(key, { id, uploadedAt: unit.now });
  await unit.tables.mediaIds.forgetBefore(unit.now - 30 * DAY);
}

/**
 * After a refusal: whether an upload that the provider does not have any more may be the reason. Its id is forgotten
 * then, so that another try uploads the file anew; a fresh one is not, which ends this after one try.
 */
export async function forgetStaleUpload(
  unit: Unit,
  entry: OutboundEntry,
  from: string | null,
  files: FindLibraryFile,
): Promise<boolean> {
  const source = fileOf(entry.content);
  const found = source?.from === 'library' ? await files(source.name) : undefined;
  if (!source || !found) return false;
  const key = keyOf(entry.channel, from, source.name, found);
  const known = await unit.tables.mediaIds.get(key);
  if (!known || unit.now - known.uploadedAt < FRESH) return false;
  await unit.tables.mediaIds.forget(key);
  return true;
}
